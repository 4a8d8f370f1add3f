// Makes, writes, reads and validates a record. The README shows the region; eng/consumer runs this file on the packed packages, and
// eng/aot compiles it ahead of time. It ends with an exit code other than 0 when something is not as it should be.
#region FirstRecord
Console.WriteLine("not yet");
#endregion
