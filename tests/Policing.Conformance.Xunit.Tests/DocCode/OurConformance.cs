#region ConformanceTheories
using Policing.Conformance.Targets;
using Policing.Conformance.Xunit;

namespace Anytown.Records.Tests;

// Each requirement is a test of its own. A target of yours implements IConformanceTarget over your reader and writer.
public sealed class OurConformance : ConformanceTheories
{
    protected override IConformanceTarget CreateTarget() => new ReferenceTarget();
}
#endregion
