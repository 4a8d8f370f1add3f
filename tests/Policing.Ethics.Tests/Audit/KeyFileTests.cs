using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policing-key-canary");

    private string KeyPath => Path.Combine(_folder.FullName, "log.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_file_is_made_once_and_is_for_its_owner_alone()
    {
        using SigningKey made = SigningKey.NewEcdsa("audit.example/log");
        KeyFile.Write(KeyPath, made);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        Assert.Equal(made.ToSecretText() + "\n", File.ReadAllText(KeyPath));
        using SigningKey read = KeyFile.Read(KeyPath);
        Assert.Equal(made.ToSecretText(), read.ToSecretText());

        using SigningKey other = SigningKey.NewEcdsa("audit.example/log");
        Refused(KeyFileFault.Exists, () => KeyFile.Write(KeyPath, other));
        Assert.Equal(made.ToSecretText() + "\n", File.ReadAllText(KeyPath));
        Refused(KeyFileFault.NotWritten, () => KeyFile.Write(Path.Combine(_folder.FullName, "none", "log.key"), other));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_key_that_others_may_read_is_refused(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no mode of files.");
        Write("audit.example/log");
        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | more);
        Refused(KeyFileFault.ReadableByOthers, () => KeyFile.Read(KeyPath));
        SetMode(UnixFileMode.UserRead);
        KeyFile.Read(KeyPath).Dispose();
    }

    [Fact]
    public void A_key_in_the_folder_of_the_data_is_refused_also_behind_links()
    {
        Write("audit.example/log");
        Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(KeyPath, new() { DataFolder = _folder.FullName }));
        Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(KeyPath, new() { DataFolder = Path.GetDirectoryName(_folder.FullName) }));

        DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("policing-key-canary");
        try
        {
            string link = Path.Combine(elsewhere.FullName, "log.key");
            File.CreateSymbolicLink(link, KeyPath);
            Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(link, new() { DataFolder = _folder.FullName }));
            string folderLink = Path.Combine(elsewhere.FullName, "keys");
            Directory.CreateSymbolicLink(folderLink, _folder.FullName);
            Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(Path.Combine(folderLink, "log.key"), new() { DataFolder = _folder.FullName }));
            Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(KeyPath, new() { DataFolder = folderLink }));
            string loop = Path.Combine(elsewhere.FullName, "loop");
            Directory.CreateSymbolicLink(loop, loop);
            Refused(KeyFileFault.InDataFolder, () => KeyFile.Read(Path.Combine(loop, "log.key"), new() { DataFolder = _folder.FullName }));

            KeyFile.Read(KeyPath, new() { DataFolder = elsewhere.FullName }).Dispose();
            KeyFile.Read(KeyPath, new() { DataFolder = _folder.FullName + "-other" }).Dispose();
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_development_key_is_refused_unless_it_is_allowed()
    {
        Write("dev-log");
        Refused(KeyFileFault.DevelopmentKey, () => KeyFile.Read(KeyPath));
        using SigningKey key = KeyFile.Read(KeyPath, new() { AllowDevelopmentKey = true });
        Assert.True(key.IsDevelopment);
    }

    [Fact]
    public void What_cannot_be_read_or_is_no_key_is_refused()
    {
        Refused(KeyFileFault.Missing, () => KeyFile.Read(KeyPath));
        Refused(KeyFileFault.Missing, () => KeyFile.Read(Path.Combine(_folder.FullName, "none", "log.key")));
        Refused(KeyFileFault.Unreadable, () => KeyFile.Read(_folder.FullName));
        string text = Write("audit.example/log");
        foreach (string bad in new[] { "", "\n", text, text + "\n\n", "\n" + text + "\n", text + "\r\n", text + " \n", "canary\n", text + "\n" + text + "\n", new string('a', 20_000) + "\n" })
        {
            File.WriteAllText(KeyPath, bad);
            Refused(KeyFileFault.NotAKey, () => KeyFile.Read(KeyPath));
        }
        File.WriteAllBytes(KeyPath, [0xff, (byte)'\n']);
        Refused(KeyFileFault.NotAKey, () => KeyFile.Read(KeyPath));
    }

    [Fact]
    public void A_file_of_another_account_is_refused()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) Assert.Skip("A privileged account reads every file.");
        Write("audit.example/log");
        SetMode(UnixFileMode.None);
        Refused(KeyFileFault.Unreadable, () => KeyFile.Read(KeyPath));
    }

    private void SetMode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        File.SetUnixFileMode(KeyPath, mode);
    }

    private string Write(string name)
    {
        using SigningKey key = SigningKey.NewEcdsa(name);
        KeyFile.Write(KeyPath, key);
        return key.ToSecretText();
    }

    // The message says what to do, and nothing of the path or the key.
    private static void Refused(KeyFileFault fault, Action read)
    {
        KeyFileException refusal = Assert.Throws<KeyFileException>(read);
        Assert.Equal(fault, refusal.Fault);
        Assert.Null(refusal.InnerException);
        Assert.DoesNotContain("canary", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", refusal.ToString(), StringComparison.Ordinal);
        Assert.True(refusal.Message.Split(". ").Length > 1, "The message says what to do.");
    }
}
