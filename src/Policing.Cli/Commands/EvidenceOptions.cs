using System.CommandLine;
using System.Security.Cryptography;
using Policing.Cli.Inputs;
using Policing.Cli.Output;
using Policing.Conformance.Evidence;
using Policing.Conformance.Running;

namespace Policing.Cli.Commands;

/// <summary>The options of a run that leaves evidence.</summary>
internal sealed class EvidenceOptions
{
    private readonly Option<string?> _evidence = new("--evidence") { Description = "Write signed evidence of the run to this file (docs/conformance/evidence.md).", HelpName = "file" };
    private readonly Option<string?> _declaration = new("--declaration") { Description = "The file that says supplier, product and version; with --evidence.", HelpName = "file" };
    private readonly Option<string?> _key = new("--signing-key") { Description = "The file with your private key; with --evidence. 'policing conformance new-key' makes one.", HelpName = "file" };
    private readonly Option<int> _days = new("--valid-days") { Description = "How many days the evidence counts, 1 to 400.", DefaultValueFactory = _ => 180 };

    public EvidenceOptions() => _days.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 400) result.AddError("out of range"); });

    public IEnumerable<Option> All => [_evidence, _declaration, _key, _days];

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_evidence) is not null;

    /// <summary>Opens what it takes, before a long run.</summary>
    /// <returns>Null where no evidence is asked for.</returns>
    /// <exception cref="UsageException">Something is missing or not right.</exception>
    public Pending? Open(ParseResult parsed)
    {
        if (parsed.GetValue(_evidence) is not { } path)
        {
            if (parsed.GetValue(_declaration) is not null || parsed.GetValue(_key) is not null) throw new UsageException("a declaration and a key are for evidence.", "name the file for it with --evidence.");
            return null;
        }

        if (parsed.GetValue(_declaration) is not { } declaration || parsed.GetValue(_key) is not { } keyPath) throw new UsageException("evidence takes a declaration and a key.", "give --declaration and --signing-key; docs/conformance/evidence.md shows both.");
        ProductDeclaration product = Declaration(declaration);
        return new(product, KeyFiles.ReadPrivate(keyPath), TimeSpan.FromDays(parsed.GetValue(_days)), NewFile.At(path, mayReplace: true));
    }

    private static ProductDeclaration Declaration(string path)
    {
        try
        {
            return ProductDeclaration.Read(InputBytes.Read(path, "the declaration"));
        }
        catch (EvidenceException trouble)
        {
            throw new UsageException(trouble.Message, "docs/conformance/evidence.md has the form.");
        }
    }

    /// <summary>Evidence that is to be of a run that is not over.</summary>
    internal sealed class Pending(ProductDeclaration product, ECDsa key, TimeSpan validFor, NewFile file) : IAsyncDisposable
    {
        public async Task WriteAsync(ConformanceRun run, CancellationToken cancellationToken)
        {
            await file.Stream.WriteAsync(ConformanceEvidence.Sign(run, product, key, validFor), cancellationToken);
            await file.KeepAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            key.Dispose();
            await file.DisposeAsync();
        }
    }
}
