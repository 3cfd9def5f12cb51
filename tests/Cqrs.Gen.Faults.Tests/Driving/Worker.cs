namespace Cqrs.Gen.Faults;

/// <summary>How the worker was built.</summary>
public enum Build
{
    /// <summary>For the runtime, with the tests.</summary>
    Managed,

    /// <summary>As a native binary, when a test first asks for it.</summary>
    Native,
}

/// <summary>Where the worker's program is.</summary>
internal static class Worker
{
    /// <summary>The program as it was built beside the tests.</summary>
    public static readonly string Managed = Path.Combine(AppContext.BaseDirectory, "Cqrs.Gen.Faults.Worker");

    private static readonly Lazy<Task<string>> Native = new(static () => NativeBinary.PublishAsync("Cqrs.Gen.Faults.Worker", "native-worker"));

    public static Task<string> OfAsync(Build build) => build == Build.Managed ? Task.FromResult(Managed) : Native.Value;
}
