using Microsoft.AspNetCore.Http;

namespace Policing.Ethics.AspNetCore;

/// <summary>How the context of a request is made: who from the validated token, why from the header <c>Policing-Access</c>.</summary>
public sealed class EthicsHttpOptions
{
    /// <summary>The claim that has the id of the person; <c>sub</c> unless told. Where it is the same as the system's there is no person.</summary>
    public string PersonClaim { get; set; } = "sub";

    /// <summary>The claim that has the client; <c>client_id</c> unless told.</summary>
    public string SystemClaim { get; set; } = "client_id";

    /// <summary>The claim that has the agency, as <c>kent</c> or <c>scheme:id</c>; <c>agency</c> unless told.</summary>
    public string AgencyClaim { get; set; } = "agency";

    /// <summary>The claims that have the roles; <c>roles</c> unless told.</summary>
    public string RolesClaim { get; set; } = "roles";

    /// <summary>
    /// Completes a context with what does not travel in headers, such as the words of justification that a form or a reference leads to. It must not change
    /// who acts: that is put back afterwards. Unless told, nothing is added.
    /// </summary>
    public Func<HttpContext, AccessContext, ValueTask<AccessContext>> Complete { get; set; } = static (_, context) => ValueTask.FromResult(context);
}
