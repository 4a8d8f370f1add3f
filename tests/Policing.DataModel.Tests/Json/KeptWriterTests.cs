using System.Buffers;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Tests.Json;

/// <summary>The writer that each thread keeps gives the bytes that a new one gives.</summary>
public sealed class KeptWriterTests
{
    [Fact]
    public void WhatWasWrittenBeforeLeavesNoTrace()
    {
        Crime small = new() { Id = RecordId.New(), Summary = "x" };
        Crime large = new() { Id = RecordId.New(), Summary = new string('y', 200_000), HateStrands = [HateStrand.BuiltIn[0]] };
        foreach (Crime crime in (Crime[])[small, large, small, large with { Summary = null }, small])
            Assert.Equal(WithANewWriter(crime), PoliceJson.Write(crime));
    }

    [Fact]
    public async Task ThreadsDoNotShareIt()
    {
        Crime[] crimes = [.. Enumerable.Range(0, 64).Select(i => new Crime { Id = RecordId.New(), Summary = new string('z', i * 97) })];
        byte[][] written = new byte[crimes.Length][];
        await Parallel.ForAsync(0, crimes.Length, TestContext.Current.CancellationToken, (i, _) =>
        {
            for (int again = 0; again < 50; again++) written[i] = PoliceJson.Write(crimes[i]);
            return ValueTask.CompletedTask;
        });
        Assert.All(crimes, (crime, i) => Assert.Equal(WithANewWriter(crime), written[i]));
    }

    private static byte[] WithANewWriter(PoliceRecord record)
    {
        ArrayBufferWriter<byte> buffer = new();
        PoliceJson.Write(buffer, record);
        return buffer.WrittenSpan.ToArray();
    }
}
