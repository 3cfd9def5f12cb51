using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Something that a Handle, Apply or Key method must not do, neither itself nor through other methods of its class.</summary>
internal abstract class BehaviorRule
{
    /// <summary>Stands for the name of a method where the first state is made.</summary>
    public const string Initialization = "";

    /// <summary>All rules.</summary>
    public static readonly BehaviorRule[] All = [new ImpureApplyRule(), new ImpureHandleRule(), new ThrowingApplyRule(), new ChangingHandleRule(), new RefusingByExceptionRule(), new BlockingHandleRule(), new BlockingApplyRule()];

    /// <summary>Its message takes {0} who, as the sentence's subject, {1} what, and perhaps {2} what then.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Whether the rule holds for methods of that name, or for <see cref="Initialization"/>.</summary>
    public abstract bool AppliesTo(string methodName);

    /// <summary>What is wrong with an operation; null if nothing is.</summary>
    public abstract Observation? Find(IOperation operation);
}
