using Xunit;

namespace Policing.Conformance.Xunit;

/// <summary>
/// <see cref="ConformanceTheories"/> for a product that checks documents too: each keyword of the schemas and each rule is a test more.
/// </summary>
public abstract class CheckerTheories : ConformanceTheories
{
    /// <summary>The ids of the requirements for programs that check.</summary>
    public static TheoryData<string> CheckerRequirements { get; } = [.. IdsOf(isCheck: true)];

    /// <summary>Asks the cases of one requirement.</summary>
    /// <param name="requirement">The requirement's id.</param>
    [Theory]
    [MemberData(nameof(CheckerRequirements))]
    public Task CheckerRequirementIsMetAsync(string requirement) => AskAsync(requirement);
}
