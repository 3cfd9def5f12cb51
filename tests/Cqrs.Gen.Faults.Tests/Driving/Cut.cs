namespace Cqrs.Gen.Faults;

/// <summary>Where a connection is cut while an append goes over it.</summary>
internal enum Cut
{
    /// <summary>Before the server gets any of it.</summary>
    BeforeRequest,

    /// <summary>When the server got half of it.</summary>
    WithinRequest,

    /// <summary>When the server got all of it, without waiting for what it does.</summary>
    AfterRequest,

    /// <summary>When the server has committed and answers, before anything of the answer arrives.</summary>
    BeforeReply,

    /// <summary>When half of the answer arrived.</summary>
    WithinReply,
}
