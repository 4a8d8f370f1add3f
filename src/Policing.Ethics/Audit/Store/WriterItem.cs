namespace Policing.Ethics.Audit;

/// <summary>What waits for the writer.</summary>
internal abstract class WriterItem;
