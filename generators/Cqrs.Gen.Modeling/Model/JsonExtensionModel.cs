namespace Cqrs.Gen.Modeling;

/// <summary>The member that keeps the members which its type does not have.</summary>
/// <param name="Name">Its name in C#, with keywords escaped.</param>
/// <param name="Local">The name of the local variable that holds them while the object is read.</param>
/// <param name="Type">Its type, never null itself.</param>
/// <param name="AcceptsNull">True if it may be null, which it is then when there are none.</param>
internal sealed record JsonExtensionModel(string Name, string Local, string Type, bool AcceptsNull);
