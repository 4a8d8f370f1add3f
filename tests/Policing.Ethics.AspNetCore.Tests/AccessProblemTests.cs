using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Policing.Ethics.AspNetCore.Tests;

/// <summary>Refusals are the problems of the contract: type, status, title and code of schemas/openapi/partner-api.v1.json.</summary>
public sealed class AccessProblemTests
{
    public static TheoryData<RefusalCode> Codes() => [.. Enum.GetValues<RefusalCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_refusal_is_a_problem_of_the_contract(RefusalCode code) => await FitsAsync(AccessProblem.Of(code, new AuditEntryId("entry-1")));

    [Fact]
    public async Task What_is_not_available_is_one_too() => await FitsAsync(AccessProblem.NotAvailable(new AuditEntryId("entry-1")));

    private static async Task FitsAsync(AccessProblem problem)
    {
        using MemoryStream body = new();
        DefaultHttpContext http = new() { Response = { Body = body } };
        await problem.ExecuteAsync(http);
        JsonElement said = JsonDocument.Parse(body.ToArray()).RootElement;
        JsonElement promised = Assert.Single(Contract().GetProperty("x-psdk-problems").EnumerateArray(), one => one.GetProperty("code").GetString() == said.GetProperty("code").GetString());
        foreach (string member in new[] { "type", "status", "title" }) Assert.Equal(promised.GetProperty(member).ToString(), said.GetProperty(member).ToString());
        Assert.Equal(http.Response.StatusCode, said.GetProperty("status").GetInt32());
    }

    private static JsonElement Contract()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicingSdk.sln"))) folder = Path.GetDirectoryName(folder);
        Assert.NotNull(folder);
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "schemas", "openapi", "partner-api.v1.json"))).RootElement;
    }
}
