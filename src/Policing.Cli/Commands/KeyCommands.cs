using System.CommandLine;
using Policing.Cli.Output;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;

namespace Policing.Cli.Commands;

/// <summary><c>policing key</c>: makes key files for audit logs and evidence, and prints the public half.</summary>
internal sealed class KeyCommands
{
    private readonly CommandTree _tree;
    private readonly Argument<string> _name = new("name") { Description = "The name of the key: of a log its origin, such as audit.force.example/records. One for development begins with dev-." };
    private readonly Argument<string> _file = new("file") { Description = "The key file." };
    private readonly Option<string> _type = new("--type") { Description = "ecdsa (P-256) or ed25519.", DefaultValueFactory = _ => "ecdsa" };

    public KeyCommands(CommandTree tree)
    {
        _tree = tree;
        _type.AcceptOnlyFromAmong("ecdsa", "ed25519");
        Argument<string> newFile = new("file") { Description = "The file to write, which must not be there yet. Its owner alone may read it; keep it outside of the folder of the data." };
        Command make = new("new", "Makes a key file and prints the public key, for those who verify.") { _name, newFile, _type };
        make.SetAction(parsed => Guarded(() => Make(parsed, parsed.GetValue(newFile)!)));
        Command show = new("show", "Prints the public key of a key file.") { _file };
        show.SetAction(parsed => Guarded(() => Show(parsed)));
        Command = new("key", "Keys that sign audit logs and evidence.") { make, show };
        tree.Examples(Command, "policing key new audit.force.example/records log.key > log.pub", "policing key show log.key");
        tree.Examples(make, "policing key new audit.force.example/records log.key > log.pub", "policing key new supplier.example supplier.key --type ecdsa");
        tree.Examples(show, "policing key show log.key");
    }

    public Command Command { get; }

    private int Make(ParseResult parsed, string path)
    {
        using SigningKey key = NewKey(parsed.GetValue(_name)!, parsed.GetValue(_type) == "ed25519");
        KeyFile.Write(path, key);
        Tell(parsed, key);
        return ExitCode.Good;
    }

    private int Show(ParseResult parsed)
    {
        using SigningKey key = KeyFile.Read(parsed.GetValue(_file)!, new() { AllowDevelopmentKey = true });
        Tell(parsed, key);
        return ExitCode.Good;
    }

    private static SigningKey NewKey(string name, bool isEd25519)
    {
        try
        {
            return isEd25519 ? Ed25519Keys.NewLogKey(name) : SigningKey.NewEcdsa(name);
        }
        catch (NoteException)
        {
            throw new UsageException("the name is none for a key.", "it has no blanks and no plus sign, such as audit.force.example/records.");
        }
    }

    private void Tell(ParseResult parsed, SigningKey key)
    {
        Screen screen = _tree.Screen(parsed);
        VerifierKey verifier = PublicKeyOf(key);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("publicKey", verifier.ToString());
                json.WriteString("type", key.Type.ToString());
                json.WriteBoolean("development", key.IsDevelopment);
                json.WriteEndObject();
            });
        }

        // As it is: it goes into a file.
        else screen.Raw(verifier + "\n");
    }

    private static VerifierKey PublicKeyOf(SigningKey key) => key.Type == NoteKeyType.Ecdsa ? EcdsaNoteSigner.Of(key).VerifierKey : Ed25519Keys.PublicKeyOf(key);

    private static int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (KeyFileException trouble)
        {
            throw new UsageException(trouble.Message, "docs/audit-keys.md says what a key file is held to.");
        }
    }
}
