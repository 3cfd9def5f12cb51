using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <summary>Tells a value type that it is written or read, where it stands and not in a copy, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCallbacks
{
    /// <summary>Before it is written.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="value">The value.</param>
    public static void OnSerializing<T>(ref T value)
        where T : struct, IJsonOnSerializing => value.OnSerializing();

    /// <summary>After it was written.</summary>
    /// <inheritdoc cref="OnSerializing"/>
    public static void OnSerialized<T>(ref T value)
        where T : struct, IJsonOnSerialized => value.OnSerialized();

    /// <summary>Before what was read is given to it.</summary>
    /// <inheritdoc cref="OnSerializing"/>
    public static void OnDeserializing<T>(ref T value)
        where T : struct, IJsonOnDeserializing => value.OnDeserializing();

    /// <summary>After what was read was given to it.</summary>
    /// <inheritdoc cref="OnSerializing"/>
    public static void OnDeserialized<T>(ref T value)
        where T : struct, IJsonOnDeserialized => value.OnDeserialized();
}
