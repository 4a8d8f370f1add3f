namespace Policing.Ethics.Audit;

/// <summary>A key file may not be used. The message says what to do, and nothing of the file: neither its path nor what is in it.</summary>
public sealed class KeyFileException : Exception
{
    /// <summary>With a fault.</summary>
    /// <param name="fault">Why.</param>
    public KeyFileException(KeyFileFault fault)
        : base(Advice(fault)) => Fault = fault;

    /// <summary>Why.</summary>
    public KeyFileFault Fault { get; }

    private static string Advice(KeyFileFault fault) => fault switch
    {
        KeyFileFault.Missing => "There is no key file at the path that was configured. Make one with KeyFile.Write, once, and keep a copy of it off this machine.",
        KeyFileFault.Unreadable => "The key file cannot be read. It must be a file that belongs to the account of this process.",
        KeyFileFault.ReadableByOthers => "The key file has rights for its group or for others. Take them away (chmod 600), and exchange the key if others may have read it.",
        KeyFileFault.InDataFolder => "The key file lies in the folder of the data. Move it elsewhere: a copy of the data must not hold the key.",
        KeyFileFault.NotAKey => "The key file does not hold one line with a signing key. Put back the file that KeyFile.Write made.",
        KeyFileFault.DevelopmentKey => "The key is named dev-…, and such keys are refused outside of development. Make a key under the name of the log.",
        KeyFileFault.Exists => "There is a file at this path already, and a key is never written over. Choose another path.",
        KeyFileFault.NotWritten => "The key file cannot be written. Its folder must be there, have room and be open to the account of this process.",
        _ => "The key file may be used.",
    };
}
