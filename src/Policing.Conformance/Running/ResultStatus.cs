namespace Policing.Conformance.Running;

/// <summary>What became of a requirement or a case. <c>default</c> is <see cref="Passed"/>.</summary>
public enum ResultStatus
{
    /// <summary>It was judged, and nothing is wrong.</summary>
    Passed,

    /// <summary>It was judged, and is not met.</summary>
    Failed,

    /// <summary>It is not met, and a waiver that has not expired says who stands for that.</summary>
    Waived,

    /// <summary>The product claims the operation and skipped a case. That is no pass.</summary>
    Skipped,

    /// <summary>The product did not answer as it must.</summary>
    Error,

    /// <summary>The product does not claim what it takes to judge it.</summary>
    NotClaimed,

    /// <summary>Nothing in this run could judge it: no document of the kind, or a requirement that nothing judges.</summary>
    NotJudged,
}
