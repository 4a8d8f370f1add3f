namespace Policing.PoliceUk.Api;

/// <summary>Reads a whole answer.</summary>
internal delegate T ReadAnswer<T>(ReadOnlySpan<byte> utf8, TextPool pool, out int kept);
