using Microsoft.AspNetCore.Http;

namespace Policing.Conformance.Tests.Servers;

/// <summary>A server that is wrong in one way, on purpose, and what must catch it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Key">The call and what it is about: the end of the requirement's clause.</param>
/// <param name="Case">The case that must catch it.</param>
/// <param name="Reason">For which reason.</param>
/// <param name="Fault">What goes wrong with a request, at which host.</param>
internal sealed record ServerMutant(string Name, string Key, string Case, string Reason, Func<LoopbackHost, HttpContext, RequestDelegate, Task> Fault)
{
    public ServerMutant(string name, string key, string @case, string reason, Func<HttpContext, RequestDelegate, Task> fault)
        : this(name, key, @case, reason, (_, http, next) => fault(http, next))
    {
    }
}
