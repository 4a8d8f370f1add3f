using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>The calls of the contract and where they are. A test compares them with schemas/openapi/partner-api.v1.json.</summary>
internal static class PartnerRoutes
{
    private static readonly CallKind s_elsewhere = new("capabilities.read", AccessOperation.Unstated) { NeedsPurpose = false };

    public static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints, PartnerParts parts)
    {
        PartnerPipeline pipeline = new(parts);
        RouteGroupBuilder group = endpoints.MapGroup("/v1");
        group.MapGet("/capabilities", pipeline.For(ReadCapabilities.Kind, ReadCapabilities.AnswerAsync));
        group.MapGet("/records/{type}/{uuid}", pipeline.For(ReadRecord.Kind, ReadRecord.AnswerAsync));
        group.MapPut("/records/{type}/{uuid}", pipeline.For(WriteRecord.Kind, WriteRecord.AnswerAsync));
        group.MapPost("/records/{type}/{uuid}/status", pipeline.For(ChangeStatus.Kind, ChangeStatus.AnswerAsync));
        group.MapGet("/records/{type}/{uuid}/history", pipeline.For(ReadHistory.Kind, ReadHistory.AnswerAsync));
        group.MapGet("/records/{type}/{uuid}/links", pipeline.For(ReadLinks.Kind, ReadLinks.AnswerAsync));
        group.MapPost("/search", pipeline.For(SearchRecords.Kind, SearchRecords.AnswerAsync));
        group.MapPost("/bundles", pipeline.For(TakeInBundle.Kind, TakeInBundle.AnswerAsync));
        group.MapGet("/bundles/{uuid}/receipt", pipeline.For(TakeInBundle.ReceiptKind, TakeInBundle.AnswerReceiptAsync));
        group.MapGet("/changes", pipeline.For(FollowChanges.Kind, FollowChanges.AnswerAsync));
        group.MapGet("/reference-data", pipeline.For(ReadCodeLists.Kind, ReadCodeLists.AnswerAsync));
        group.MapGet("/reference-data/{list}", pipeline.For(ReadCodeLists.Kind, ReadCodeLists.AnswerListAsync));
        group.MapGet("/audit/checkpoint", pipeline.For(ReadAudit.Kind(parts.Options, "text/plain"), ReadAudit.AnswerCheckpointAsync));
        group.MapGet("/audit/tile/{level}/{**tile}", pipeline.For(ReadAudit.Kind(parts.Options, "application/octet-stream"), ReadAudit.AnswerTileAsync));
        MapElsewhere(group, pipeline);
        return group;
    }

    // What the contract does not have is answered as the contract's problems too, and written down.
    private static void MapElsewhere(RouteGroupBuilder group, PartnerPipeline pipeline)
    {
        RequestDelegate nothing = pipeline.For(s_elsewhere, static _ => throw PartnerProblem.NotAvailable.With());
        foreach ((string pattern, string allow) in new[]
        {
            ("/capabilities", "GET"), ("/records/{type}/{uuid}", "GET, PUT"), ("/records/{type}/{uuid}/status", "POST"), ("/records/{type}/{uuid}/history", "GET"),
            ("/records/{type}/{uuid}/links", "GET"), ("/search", "POST"), ("/bundles", "POST"), ("/bundles/{uuid}/receipt", "GET"), ("/changes", "GET"),
            ("/reference-data", "GET"), ("/reference-data/{list}", "GET"), ("/audit/checkpoint", "GET"),
        })
            group.Map(pattern, pipeline.For(s_elsewhere, _ => throw new PartnerRefusal(PartnerProblem.MethodNotAllowed, []) { Allow = allow })).Add(static builder => ((RouteEndpointBuilder)builder).Order = 1);
        group.Map("/{**rest}", nothing).Add(static builder => ((RouteEndpointBuilder)builder).Order = 2);
    }
}
