using System.Text.Json.Serialization.Metadata;

namespace Specimens;

/// <summary>
/// System.Text.Json without its generator, told to write what our defaults write: for private members, which its generator does not reach, for long tuples, which it writes otherwise, and for closed sets,
/// which it is told of here.
/// </summary>
internal static class TheirsAtRunTime
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IncludeFields = true,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellTypesApart } },
    };

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static void TellTypesApart(JsonTypeInfo type)
    {
        if (type.Type == typeof(ICommand<Collection>))
        {
            type.PolymorphismOptions = new() { DerivedTypes = { new(typeof(Add), "add"), new(typeof(Remove), "remove"), new(typeof(Clear), "clear") } };
        }
        else if (type.Type == typeof(IEvent<Collection>))
        {
            type.PolymorphismOptions = new();
            foreach (EventDescriptor descriptor in Ours.Events.Where(static e => e.Type.IsClass))
            {
                type.PolymorphismOptions.DerivedTypes.Add(new(descriptor.Type, descriptor.Name));
            }
        }
    }
}
