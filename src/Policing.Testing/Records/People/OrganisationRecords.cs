using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes organisations that do not exist. They have no numbers of registers: no safe range of those is known.</summary>
internal static class OrganisationRecords
{
    private const string Kind = "organisation";

    private static readonly string[] Trades = ["Stores", "Hardware", "Books", "Cycles", "Garden Centre", "Bakery", "Pharmacy", "Electricals"];

    public static Organisation Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var name = PersonNames.Surname(ref random) + " " + random.Pick<string>(Trades);
        ValueList<OrganisationName> names = [new OrganisationName { Kind = NameType.Legal, Name = name + " Limited (invented)" }];
        var organisation = new Organisation
        {
            Id = stamp.IdOf(Kind, number),
            Kind = OrganisationKind.Retailer,
            Names = random.OnceIn(2) ? names.Add(new() { Kind = NameType.KnownAs, Name = name }) : names,
        };
        return stamp.Stamp(organisation, number, plan.Force, plan.Reported);
    }
}
