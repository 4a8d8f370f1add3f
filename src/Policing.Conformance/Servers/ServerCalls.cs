using System.Text;

namespace Policing.Conformance.Servers;

/// <summary>The calls of the contract.</summary>
internal static class ServerCalls
{
    public const string EventStream = "text/event-stream";

    public static ServerCall Capabilities { get; } = new(HttpMethod.Get, "capabilities") { NeedsPurpose = false };

    public static ServerCall Changes { get; } = new(HttpMethod.Get, "changes");

    public static ServerCall Stream { get; } = new(HttpMethod.Get, "changes") { Headers = [("Accept", EventStream)] };

    public static ServerCall Lists { get; } = new(HttpMethod.Get, "reference-data") { NeedsPurpose = false };

    public static ServerCall Checkpoint { get; } = new(HttpMethod.Get, "audit/checkpoint") { NeedsPurpose = false };

    public static ServerCall Get(Guid id) => new(HttpMethod.Get, $"records/{ServerRecords.Type}/{id:D}");

    public static ServerCall Put(Guid id, byte[] record) => new(HttpMethod.Put, $"records/{ServerRecords.Type}/{id:D}") { Body = record };

    public static ServerCall Status(string type, Guid id, byte[] change) => new(HttpMethod.Post, $"records/{type}/{id:D}/status") { Body = change };

    public static ServerCall Status(string type, Guid id, string change) => Status(type, id, Encoding.UTF8.GetBytes(change));

    public static ServerCall Status(Guid id, string change) => Status(ServerRecords.Type, id, change);

    public static ServerCall History(Guid id) => new(HttpMethod.Get, $"records/{ServerRecords.Type}/{id:D}/history");

    public static ServerCall Links(Guid id) => new(HttpMethod.Get, $"records/{ServerRecords.Type}/{id:D}/links");

    public static ServerCall Search(byte[] query) => new(HttpMethod.Post, "search") { Body = query };

    public static ServerCall Submit(byte[] bundle) => new(HttpMethod.Post, "bundles") { Body = bundle };

    public static ServerCall Receipt(Guid bundle) => new(HttpMethod.Get, $"bundles/{bundle:D}/receipt");

    public static ServerCall List(string name) => new(HttpMethod.Get, "reference-data/" + name) { NeedsPurpose = false };

    public static ServerCall Tile(string tile) => new(HttpMethod.Get, "audit/tile/" + tile) { NeedsPurpose = false };
}
