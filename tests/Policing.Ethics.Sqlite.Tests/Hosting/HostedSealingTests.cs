using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Policing.Ethics.AspNetCore;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;
using Policing.Ethics.Sqlite.Tests.Store;

namespace Policing.Ethics.Sqlite.Tests.Hosting;

public class HostedSealingTests
{
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_has_its_log_witnessed_and_pinned_and_shows_the_level()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        using KeyFolder elsewhere = new();
        using IHost host = Host(folder, builder => builder.AddAuditPin(elsewhere.Pin).AddAuditWitnesses(witnessed.Policy), out Messages messages, witnessed);
        await host.StartAsync(Ct);
        AuditLog log = host.Services.GetRequiredService<AuditLog>();
        await messages.SeenAsync("is witnessed 1 of 1 now");
        Assert.Equal("witnessed 1 of 1", log.Level.ToString());
        Assert.True(File.Exists(elsewhere.Pin));
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal("witnessed 1 of 1", health.Entries["audit-log"].Data["level"]);

        // A witness that is down degrades, and the log goes on.
        witnessed.Witness.Trouble = _ => throw new HttpRequestException("canary");
        await log.AppendAsync(folder.Entry(), Ct);
        folder.Time.Advance(TimeSpan.FromMinutes(1));
        await messages.SeenAsync("Witness w did not sign the audit log: Unreachable");
        await messages.SeenAsync("is pinned now");
        health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal((HealthStatus.Degraded, "pinned"), (health.Status, health.Entries["audit-log"].Data["level"]));
        Assert.DoesNotContain("canary", messages.All, StringComparison.Ordinal);
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task An_unwitnessed_log_says_so_at_start()
    {
        using LogFolder folder = new();
        using IHost host = Host(folder, _ => { }, out Messages messages);
        await host.StartAsync(Ct);
        Assert.Contains("It is unwitnessed: it finds outsiders and accidents; says nothing against the operator.", messages.All, StringComparison.Ordinal);
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal("unwitnessed", health.Entries["audit-log"].Data["level"]);
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task A_log_that_was_put_back_stops_the_host_before_anything_is_written()
    {
        using LogFolder folder = new();
        using KeyFolder elsewhere = new();
        string copy = folder.File + ".old";
        using (IHost host = Host(folder, builder => builder.AddAuditPin(elsewhere.Pin), out _))
        {
            await host.StartAsync(Ct);
            await host.StopAsync(Ct);
        }
        File.Copy(folder.File, copy);
        using (IHost host = Host(folder, builder => builder.AddAuditPin(elsewhere.Pin), out _))
        {
            await host.StartAsync(Ct);
            await host.StopAsync(Ct);
        }
        File.Copy(copy, folder.File, overwrite: true);
        long before = folder.Ask<long>("SELECT COUNT(*) FROM audit_entry");
        using (IHost host = Host(folder, builder => builder.AddAuditPin(elsewhere.Pin), out _))
        {
            InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Ct));
            Assert.Contains("fewer entries than its pin", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(before, folder.Ask<long>("SELECT COUNT(*) FROM audit_entry"));

        File.Delete(elsewhere.Pin);
        using IHost unpinned = Host(folder, builder => builder.AddAuditPin(elsewhere.Pin), out _);
        InvalidOperationException missing = await Assert.ThrowsAsync<InvalidOperationException>(() => unpinned.StartAsync(Ct));
        Assert.Contains("pin of the audit log is missing", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Pin, missing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradicted_log_is_unhealthy()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        string copy = folder.File + ".old";
        await using (AuditLog log = folder.Log()) await log.AppendAsync(folder.Entry(), Ct);
        File.Copy(folder.File, copy);
        await using (AuditLog log = folder.Log())
        {
            for (int i = 0; i < 9; i++) await log.AppendAsync(folder.Entry(), Ct);
            await log.WitnessAsync(witnessed.Client, Ct);
        }
        File.Copy(copy, folder.File, overwrite: true);
        using IHost host = Host(folder, builder => builder.AddAuditWitnesses(witnessed.Policy), out Messages messages, witnessed);
        await host.StartAsync(Ct);
        await messages.SeenAsync("knows the audit log otherwise than it is");
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Ct);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        await host.StopAsync(Ct);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    public async Task A_development_key_signs_in_development_alone(string environment, bool isAllowed)
    {
        using LogFolder folder = new();
        using KeyFolder keys = new();
        keys.Write(SigningKey.NewEcdsa("dev-log"));
        using IHost host = Host(folder, _ => { }, out _, environment: environment, configure: options =>
        {
            options.Log.Origin = "";
            options.Log.Signers = [];
            options.Log.KeyFile = keys.Key;
            // Not even where somebody says so.
            options.Log.AllowDevelopmentKey = true;
        });
        if (isAllowed)
        {
            await host.StartAsync(Ct);
            Assert.Equal("dev-log", host.Services.GetRequiredService<AuditLog>().Origin);
            await host.StopAsync(Ct);
            return;
        }
        KeyFileException refused = await Assert.ThrowsAsync<KeyFileException>(() => host.StartAsync(Ct));
        Assert.Equal(KeyFileFault.DevelopmentKey, refused.Fault);
        Assert.False(File.Exists(folder.File));
    }

    [Fact]
    public async Task Without_a_key_or_with_one_that_others_may_read_the_host_does_not_start()
    {
        using LogFolder folder = new();
        using KeyFolder keys = new();
        using (IHost host = Host(folder, _ => { }, out _, configure: options => options.Log.Signers = []))
        {
            InvalidOperationException none = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Ct));
            Assert.Contains("No key is configured", none.Message, StringComparison.Ordinal);
        }
        await RefusedAsync(KeyFileFault.Missing);
        keys.Write(SigningKey.NewEcdsa(LogFolder.Origin));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys.Key, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            await RefusedAsync(KeyFileFault.ReadableByOthers);
            File.SetUnixFileMode(keys.Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        string inside = Path.Combine(folder.Path, "log.key");
        File.Copy(keys.Key, inside);
        await RefusedAsync(KeyFileFault.InDataFolder, inside);
        Assert.False(File.Exists(folder.File));
        using IHost good = KeyHost(keys.Key);
        await good.StartAsync(Ct);
        await good.StopAsync(Ct);

        async Task RefusedAsync(KeyFileFault fault, string? file = null)
        {
            using IHost host = KeyHost(file ?? keys.Key);
            KeyFileException refused = await Assert.ThrowsAsync<KeyFileException>(() => host.StartAsync(Ct));
            Assert.Equal(fault, refused.Fault);
            Assert.DoesNotContain(keys.Key, refused.Message, StringComparison.Ordinal);
        }

        IHost KeyHost(string file) => Host(folder, _ => { }, out _, configure: options =>
        {
            options.Log.Signers = [];
            options.Log.KeyFile = file;
        });
    }

    [Fact]
    public void A_key_file_of_Ed25519_says_what_to_do()
    {
        using LogFolder folder = new();
        using KeyFolder keys = new();
        keys.Write(Ed25519Keys.NewLogKey(LogFolder.Origin));
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => folder.Log(options =>
        {
            options.Log.Signers = [];
            options.Log.KeyFile = keys.Key;
        }));
        Assert.Contains("Ed25519NoteSigner", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => folder.Log(options => options.Log.KeyFile = keys.Key));
    }

    [Fact]
    public async Task Witnesses_need_a_log_that_lasts_and_addresses_that_are_safe()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Services.AddLogging();
        builder.Services.AddPolicingEthics().AddAuditWitnesses(witnessed.Policy);
        using IHost host = builder.Build();
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Ct));
        Assert.Contains("a log that lasts", refused.Message, StringComparison.Ordinal);
    }

    private static IHost Host(
        LogFolder folder,
        Action<EthicsBuilder> seal,
        out Messages messages,
        Witnessed? witnessed = null,
        string environment = "Production",
        Action<SqliteAuditOptions>? configure = null)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        Messages seen = messages = new();
        builder.Logging.AddProvider(seen).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(folder.Time);
        builder.Services.AddSingleton<INotifier, NoNotifier>();
        builder.Services.AddSingleton<IReviewQueue, NoReviews>();
        EthicsBuilder ethics = builder.Services.AddPolicingEthics().UseSqliteAudit(folder.File, options => folder.Configure(options, configure));
        seal(ethics);
        if (witnessed is not null)
            builder.Services.AddHttpClient(EthicsBuilderSealingExtensions.WitnessHttpClient).ConfigurePrimaryHttpMessageHandler(() => new Forward(witnessed.Witness));
        builder.Services.AddHealthChecks().AddAuditLog();
        return builder.Build();
    }

    // The factory disposes of its handlers; the witness stays.
    private sealed class Forward(HttpMessageHandler to) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpMessageInvoker invoker = new(to, disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken);
        }
    }

    private sealed class NoNotifier : INotifier
    {
        public ValueTask NotifyAsync(AccessNotification notification, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class NoReviews : IReviewQueue
    {
        public ValueTask AddAsync(DueReview review, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    /// <summary>A folder for keys and pins, elsewhere than the log.</summary>
    private sealed class KeyFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policing-keys");

        public string Key => Path.Combine(_folder.FullName, "log.key");

        public string Pin => Path.Combine(_folder.FullName, "pin");

        public void Write(SigningKey key)
        {
            using (key) KeyFile.Write(Key, key);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }

    /// <summary>What was logged, for tests that wait for it.</summary>
    private sealed class Messages : ILoggerProvider
    {
        private readonly Lock _lock = new();
        private readonly List<string> _all = [];
        private readonly List<(string Text, TaskCompletionSource Seen)> _waiting = [];

        public string All
        {
            get
            {
                lock (_lock) return string.Join('\n', _all);
            }
        }

        public async Task SeenAsync(string text)
        {
            TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lock)
            {
                if (_all.Exists(message => message.Contains(text, StringComparison.Ordinal))) return;
                _waiting.Add((text, seen));
            }
            await seen.Task.WaitAsync(s_safety, Ct);
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose()
        {
        }

        private void Add(string message)
        {
            lock (_lock)
            {
                _all.Add(message);
                foreach ((_, TaskCompletionSource seen) in _waiting.Where(waiting => message.Contains(waiting.Text, StringComparison.Ordinal))) seen.TrySetResult();
            }
        }

        private sealed class Logger(Messages messages) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                messages.Add(formatter(state, exception) + exception);
        }
    }
}
