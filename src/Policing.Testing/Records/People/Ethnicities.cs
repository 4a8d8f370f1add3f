using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>The self-defined ethnicities that are for new records.</summary>
internal static class Ethnicities
{
    public static SelfDefinedEthnicity SelfDefined(ref SyntheticRandom random)
    {
        var drawn = random.Pick(SelfDefinedEthnicity.BuiltIn);
        return drawn == SelfDefinedEthnicity.OtherChinese ? SelfDefinedEthnicity.AsianChinese : drawn;
    }
}
