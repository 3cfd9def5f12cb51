namespace Cqrs.Gen;

/// <summary>A module that was added.</summary>
internal sealed record Module(string Name, Action<IModuleVisitor> Accept);
