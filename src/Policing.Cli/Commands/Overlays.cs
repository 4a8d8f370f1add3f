using Policing.DataModel.Codes;

namespace Policing.Cli.Commands;

/// <summary>The code lists with the user's overlays over them.</summary>
internal static class Overlays
{
    public static ReferenceData Read(IEnumerable<string> paths)
    {
        ReferenceData codes = ReferenceData.BuiltIn;
        int number = 0;
        foreach (string path in paths)
        {
            number++;
            try
            {
                codes = codes.WithOverlay(path);
            }
            catch (ReferenceDataException trouble)
            {
                throw new UsageException(FormattableString.Invariant($"overlay {number} is not right. {trouble.Message}"), "schemas/reference-data/README.md has the form.");
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new UsageException(FormattableString.Invariant($"overlay {number} cannot be read."), "check that the file is there and that you may read it.");
            }
        }

        return codes;
    }
}
