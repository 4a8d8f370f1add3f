namespace Policing.SchemaProof.Fuzz;

/// <summary>How often what happened, to see that the fuzz gets anywhere.</summary>
internal sealed class FuzzCounts
{
    public int Valid { get; set; }

    public int Invalid { get; set; }

    public int Refused { get; set; }

    public int CompiledSchemas { get; set; }

    public int FaultySchemas { get; set; }

    public void Add(DocumentVerdict verdict)
    {
        Valid += verdict is DocumentVerdict.Valid ? 1 : 0;
        Invalid += verdict is DocumentVerdict.Invalid ? 1 : 0;
        Refused += verdict is DocumentVerdict.Refused ? 1 : 0;
    }

    public override string ToString() =>
        $"{Valid} documents valid, {Invalid} invalid, {Refused} refused; {CompiledSchemas} schemas compiled, {FaultySchemas} faulty";
}
