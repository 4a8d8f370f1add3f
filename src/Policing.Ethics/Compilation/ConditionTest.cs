namespace Policing.Ethics.Compilation;

/// <summary>A condition, ready to be tested.</summary>
internal abstract class ConditionTest
{
    public abstract TestResult Of(in AccessRequest request);

    protected static TestResult Result(bool held) => held ? TestResult.Yes : TestResult.No;
}
