namespace Policing.Ethics.Compilation;

internal sealed class LevelTest(MarkingLevel level, bool above) : ConditionTest
{
    public override TestResult Of(in AccessRequest request) => Result(MarkingLevels.Of(request.Marking) > level == above);
}
