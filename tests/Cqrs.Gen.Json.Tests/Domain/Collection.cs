namespace Specimens;

/// <summary>The aggregate whose events are the specimens: each shows one family of types or attributes.</summary>
[Aggregate]
public sealed partial class Collection;
