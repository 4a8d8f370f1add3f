namespace Policing.Ethics.Audit;

/// <summary>Work between two groups. It does not throw.</summary>
internal sealed class WriterJob(Func<Task> work) : WriterItem
{
    public Func<Task> Work => work;
}
