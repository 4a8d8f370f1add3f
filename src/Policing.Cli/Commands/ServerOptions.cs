using System.CommandLine;
using Policing.Cli.Inputs;
using Policing.Conformance.Servers;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Cli.Commands;

/// <summary>The options of a run against a server. Tokens come from the environment or a file, since arguments can be read by every process of the machine.</summary>
internal sealed class ServerOptions
{
    private const int LongestToken = 16 << 10;
    private const string Journal = "policing-conformance.journal";

    private readonly Option<string?> _target = new("--target") { Description = "The address below which /v1 of the partner API is: https, or http on loopback.", HelpName = "url" };
    private readonly Option<bool> _isMine = new("--target-is-mine") { Description = "Say that the server is yours and a test: the run writes records about nobody there, and disposes of them." };
    private readonly Option<string?> _tokenFile = new("--token-file") { Description = "A file with an access token that has all scopes; else the environment variable POLICING_TOKEN.", HelpName = "file" };
    private readonly Option<string?> _scopelessFile = new("--token-without-scopes-file") { Description = "A file with a token of a caller without scopes; else POLICING_TOKEN_WITHOUT_SCOPES. Without it 'not-permitted' is not judged.", HelpName = "file" };
    private readonly Option<string?> _anotherFile = new("--token-of-another-file") { Description = "A file with a token of another agency; else POLICING_TOKEN_OF_ANOTHER. Without it some of 'not-controller' is not judged.", HelpName = "file" };
    private readonly Option<string?> _agency = new("--agency") { Description = "The agency of the token, such as police:kent; else that of the server.", HelpName = "scheme:id" };
    private readonly Option<string?> _access = new("--access") { Description = "What Policing-Access says; else an investigation.", HelpName = "dictionary" };
    private readonly Option<string?> _disposal = new("--disposal-access") { Description = "What Policing-Access says where records are disposed of; else the management of records.", HelpName = "dictionary" };
    private readonly Option<string[]> _logKeys = new("--audit-key") { Description = "The public key of the server's audit log, or a file with it; can be given again. Without it whether checkpoints are signed by it is not judged.", DefaultValueFactory = _ => [], HelpName = "key|file" };
    private readonly Option<int> _checkpoint = new("--checkpoint-seconds") { Description = "How long after a call a checkpoint of the audit log may be waited for, 1 to 3600.", DefaultValueFactory = _ => 10 };
    private readonly Option<string> _journal = new("--journal") { Description = "The file that has what the run wrote until it is disposed of.", DefaultValueFactory = _ => Journal, HelpName = "file" };

    public ServerOptions() => _checkpoint.Validators.Add(static result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 3600) result.AddError("out of range"); });

    public IEnumerable<Option> All => [_target, _isMine, _tokenFile, _scopelessFile, _anotherFile, _agency, _access, _disposal, _logKeys, _checkpoint, _journal];

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_target) is not null;

    /// <exception cref="UsageException">Something is missing or not right.</exception>
    public ServerTargetOptions Read(ParseResult parsed, TimeSpan answerTime)
    {
        if (!Uri.TryCreate(parsed.GetValue(_target), UriKind.Absolute, out Uri? address)) throw new UsageException("--target is no address.", "write it whole, such as https://test.example.org/api.");
        return new()
        {
            BaseAddress = address,
            IsMine = parsed.GetValue(_isMine),
            Token = Token(parsed.GetValue(_tokenFile), "POLICING_TOKEN") ?? throw new UsageException("there is no token.", "put it into the environment variable POLICING_TOKEN, or into a file and name that with --token-file."),
            TokenWithoutScopes = Token(parsed.GetValue(_scopelessFile), "POLICING_TOKEN_WITHOUT_SCOPES"),
            TokenOfAnother = Token(parsed.GetValue(_anotherFile), "POLICING_TOKEN_OF_ANOTHER"),
            Agency = AgencyOf(parsed.GetValue(_agency)),
            JournalPath = parsed.GetValue(_journal)!,
            AnswerTime = answerTime,
            LogKeys = parsed.GetValue(_logKeys) is { Length: > 0 } keys ? VerifierKeys.Verifiers(VerifierKeys.Read(keys)) : [],
            CheckpointTime = TimeSpan.FromSeconds(parsed.GetValue(_checkpoint)),
            Access = Header(parsed.GetValue(_access), "--access") ?? ServerTargetOptions.UsualAccess,
            DisposalAccess = Header(parsed.GetValue(_disposal), "--disposal-access") ?? ServerTargetOptions.UsualDisposalAccess,
        };
    }

    private static string? Token(string? file, string variable)
    {
        string? text = file is null ? Environment.GetEnvironmentVariable(variable) : InputBytes.ReadTextUpTo(file, "a file with a token", LongestToken + 16);
        if (string.IsNullOrWhiteSpace(text)) return file is null ? null : throw NoToken();
        text = text.Trim();
        return text.Length <= LongestToken && text.All(c => c is > ' ' and < (char)127) ? text : throw NoToken();
    }

    private static UsageException NoToken() => new("what should be a token is none.", "a file has the token alone, without 'Bearer' before it.");

    private static string? Header(string? text, string option) =>
        text is null || (text.Length is > 0 and <= 512 && text.All(c => c is >= ' ' and < (char)127)) ? text : throw new UsageException($"{option} is no dictionary of RFC 9651.", "write it as in purpose=investigation, basis=part-3-task, case=\"46/1\".");

    private static Agency? AgencyOf(string? text)
    {
        if (text is null) return null;
        return text.Split(':') is [{ Length: > 0 } scheme, { Length: > 0 } id] ? new Agency { Scheme = AgencyScheme.Of(scheme), Id = id } : throw new UsageException("--agency is none.", "write scheme and id with a colon between, such as police:kent.");
    }
}
