using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>What may come out of one compressed file: a .gz, or a .zip with all its entries.</summary>
internal sealed class OutputBudget(ArchiveLimits limits, long compressedLength)
{
    private long _output;

    /// <summary>Takes bytes that came out.</summary>
    /// <exception cref="InputFaultException">It was too much.</exception>
    public void Spend(int bytes)
    {
        _output += bytes;
        if (_output > limits.MaxOutputBytes)
            throw new InputFaultException(ImportRules.OutputLimit);
        if (_output > limits.RatioFreeBytes && _output / limits.MaxRatio > compressedLength)
            throw new InputFaultException(ImportRules.RatioLimit);
    }
}
