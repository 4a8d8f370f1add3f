using Microsoft.EntityFrameworkCore;

namespace Policing.Samples.Partner.Identity;

/// <summary>The clients and tokens of the embedded issuer; in memory of the process, since its clients are made anew at each start.</summary>
internal sealed class IdentityContext(DbContextOptions<IdentityContext> options) : DbContext(options);
