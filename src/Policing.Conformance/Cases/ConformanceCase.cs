using Policing.Conformance.Targets;

namespace Policing.Conformance.Cases;

/// <summary>
/// One question of the kit, and what an answer is worth. Cases of a requirement are counted from 1 in the order of the kit; the id stays with its
/// meaning. Immutable.
/// </summary>
public sealed class ConformanceCase
{
    private readonly Func<TargetAnswer, CaseVerdict> _judge;

    internal ConformanceCase(string id, string about, TargetQuestion question, Func<TargetAnswer, CaseVerdict> judge, string? type = null)
    {
        Id = id;
        About = about;
        Question = question;
        Type = type;
        _judge = judge;
    }

    /// <summary>The id: the requirement's, a slash, and a name of its own.</summary>
    public string Id { get; }

    /// <summary>What it is about, in a few words.</summary>
    public string About { get; }

    /// <summary>What is asked.</summary>
    public TargetQuestion Question { get; }

    /// <summary>The record type that it is about; null where it is about none of those that a target claims. It is asked only of who claims the type.</summary>
    public string? Type { get; }

    internal CaseVerdict Judge(TargetAnswer answer) => answer.IsSkipped ? CaseVerdict.Of(FaultReasons.Skipped) : _judge(answer);
}
