namespace Policing.Ethics.PostgreSql.Tests.Store;

/// <summary>One server for all tests of a class, made when the first asks.</summary>
public sealed class ClusterFixture : IDisposable
{
    private readonly Lazy<PrivateCluster> _cluster = new(PrivateCluster.Start);

    public PrivateCluster Cluster
    {
        get
        {
            if (PrivateCluster.Missing is { } missing) Assert.Skip(missing);
            return _cluster.Value;
        }
    }

    public void Dispose()
    {
        if (_cluster.IsValueCreated) _cluster.Value.Dispose();
    }
}
