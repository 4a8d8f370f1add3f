#region ConformanceTheories
using Policing.Conformance.Targets;
using Policing.Conformance.Xunit;

namespace Anytown.Records.Tests;

// Each requirement is a test of its own. A target of yours implements IConformanceTarget over your reader and writer.
// CheckerTheories asks what checks documents too; where your product does not, inherit ConformanceTheories.
public sealed class OurConformance : CheckerTheories
{
    protected override IConformanceTarget CreateTarget() => new ReferenceTarget();
}
#endregion
