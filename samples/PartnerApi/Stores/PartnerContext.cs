using Microsoft.EntityFrameworkCore;

namespace Policing.Samples.Partner.Stores;

/// <summary>The tables of the sample, on SQLite or PostgreSQL. Every row has its tenant in its key.</summary>
internal class PartnerContext(DbContextOptions<PartnerContext> options) : DbContext(options)
{
    public DbSet<HeadRow> Heads => Set<HeadRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();

    public DbSet<DisclosureRow> Disclosures => Set<DisclosureRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HeadRow>().HasKey(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<HeadRow>().HasIndex(row => new { row.Tenant, row.Type });
        modelBuilder.Entity<VersionRow>().HasKey(row => new { row.Tenant, row.Id, row.Revision });
        modelBuilder.Entity<KeyRow>().HasKey(row => new { row.Tenant, row.Type, row.Key, row.Id });
        modelBuilder.Entity<KeyRow>().HasIndex(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<ChangeRow>().HasKey(row => new { row.Tenant, row.Sequence });
        modelBuilder.Entity<CounterRow>().HasKey(row => row.Tenant);
        modelBuilder.Entity<OutcomeRow>().HasKey(row => new { row.Tenant, row.Client, row.Key });
        modelBuilder.Entity<DisclosureRow>().HasKey(row => new { row.Tenant, row.Id, row.Scheme, row.Agency });
    }
}
