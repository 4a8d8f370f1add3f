using Policing.Conformance.Targets;
using Policing.Conformance.Xunit;

namespace Anytown.Records.Tests;

/// <summary>Each requirement for programs is a test of its own.</summary>
public sealed class OurConformance : ConformanceTheories
{
    /// <inheritdoc/>
    protected override IConformanceTarget CreateTarget() => new AnytownTarget(Release.Defects);
}
