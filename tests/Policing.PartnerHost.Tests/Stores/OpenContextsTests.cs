using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Policing.Samples.Partner.Stores;

namespace Policing.PartnerHost.Tests.Stores;

/// <summary>Contexts of the sample on SQLite, which are lent again: open, and with nothing of who had them before.</summary>
public sealed class OpenContextsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-contexts").FullName;
    private readonly ServiceProvider _provider;

    public OpenContextsTests()
    {
        ServiceCollection services = new();
        services.AddEfPartnerStore(Path.Combine(_folder, "records.sqlite"), null);
        _provider = services.BuildServiceProvider();
    }

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using PartnerContext context = await LendAsync();
        await context.Database.EnsureCreatedAsync(Ending);
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<PartnerContext> LendAsync() => _provider.GetRequiredService<IDbContextFactory<PartnerContext>>().CreateDbContextAsync(Ending);

    private static CounterRow Row(string tenant) => new() { Tenant = tenant, Last = 1 };

    [Fact]
    public async Task One_that_comes_back_is_lent_again_open_and_without_what_was_not_saved()
    {
        PartnerContext first = await LendAsync();
        first.Counters.Add(Row("south"));
        await first.DisposeAsync();
        await using PartnerContext second = await LendAsync();
        Assert.Same(first, second);
        Assert.Equal(ConnectionState.Open, second.Database.GetDbConnection().State);
        Assert.Empty(second.ChangeTracker.Entries());
        await second.SaveChangesAsync(Ending);
        Assert.Empty(await second.Counters.ToListAsync(Ending));
    }

    [Fact]
    public async Task Two_at_once_never_have_the_same_one()
    {
        await using PartnerContext first = await LendAsync();
        await using PartnerContext second = await LendAsync();
        Assert.NotSame(first, second);
        Assert.NotSame(first.Database.GetDbConnection(), second.Database.GetDbConnection());
    }

    [Fact]
    public async Task One_that_comes_back_within_a_transaction_is_closed_and_nothing_of_it_is_kept()
    {
        PartnerContext first = await LendAsync();
        await first.Database.BeginTransactionAsync(Ending);
        first.Counters.Add(Row("south"));
        await first.SaveChangesAsync(Ending);
        await first.DisposeAsync();
        await using PartnerContext second = await LendAsync();
        Assert.NotSame(first, second);
        // The database is free for the next writer.
        second.Counters.Add(Row("north"));
        await second.SaveChangesAsync(Ending);
        Assert.Equal(["north"], await second.Counters.Select(row => row.Tenant).ToListAsync(Ending));
    }

    [Fact]
    public async Task One_that_comes_back_after_the_end_is_closed()
    {
        PartnerContext late = await LendAsync();
        SqliteConnection connection = (SqliteConnection)late.Database.GetDbConnection();
        await _provider.DisposeAsync();
        await late.DisposeAsync();
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Fact]
    public async Task Each_has_what_durable_commits_and_deletions_need()
    {
        await using PartnerContext first = await LendAsync();
        await using PartnerContext second = await LendAsync();
        foreach (PartnerContext context in (PartnerContext[])[first, second])
        {
            Assert.Equal("wal", await AskAsync(context, "journal_mode"));
            Assert.Equal("2", await AskAsync(context, "synchronous"));
            Assert.Equal("1", await AskAsync(context, "secure_delete"));
        }
    }

    private static async Task<string> AskAsync(PartnerContext context, string setting)
    {
        await using SqliteCommand command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "PRAGMA " + setting;
        return Convert.ToString(await command.ExecuteScalarAsync(Ending), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
