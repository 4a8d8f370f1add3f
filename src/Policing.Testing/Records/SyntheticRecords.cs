using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>
/// Records of the common model about people, places and events that do not exist, for trying programs that take records. A record is asked
/// for by its number, in any order; the same seed and number give the same record on every machine and in every release that does not say
/// otherwise in its change log. Immutable and safe for several threads.
/// </summary>
/// <remarks>
/// Identifiers, postcodes and points are from <see cref="SafeRanges"/>; names and streets are put together from word lists; only the names of
/// forces are real. Every record says that it is invented: its source is <c>Policing.Testing</c>, its purpose testing a system, and a bundle
/// is a test. Nothing is wrong with them: <see cref="DataModel.Validation.PolicingValidator"/> finds no error.
/// </remarks>
public sealed class SyntheticRecords
{
    private readonly RecordStamp stamp;

    /// <summary>A set of records.</summary>
    /// <param name="seed">Another seed gives other records, with other ids.</param>
    public SyntheticRecords(ulong seed = 1) => stamp = new(seed);

    /// <summary>
    /// Case n: the crime, outcome and place n, the people 2n and, in some, 2n + 1, for a theft from a shop the organisation n, and the links
    /// between them.
    /// </summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public SyntheticCase Case(long number) => CaseRecords.Of(stamp, Checked(number));

    /// <summary>A person, with the force of case n/2 as controller.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public Person Person(long number) => PersonRecords.Of(stamp, Checked(number));

    /// <summary>A shop.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public Organisation Organisation(long number) => OrganisationRecords.Of(stamp, Checked(number));

    /// <summary>A place: an address, a junction, a path, or an anonymised point. Points lie in the sea.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public Location Location(long number) => LocationRecords.Of(stamp, Checked(number));

    /// <summary>A crime of the years 2022 and 2023.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public Crime Crime(long number) => CrimeRecords.Of(stamp, Checked(number));

    /// <summary>How crime n ended.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public CrimeOutcome CrimeOutcome(long number) => CrimeOutcomeRecords.Of(stamp, Checked(number));

    /// <summary>An incident of anti-social behaviour.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public AntiSocialBehaviour AntiSocialBehaviour(long number) => AntiSocialBehaviourRecords.Of(stamp, Checked(number));

    /// <summary>A stop and search.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public StopSearch StopSearch(long number) => StopSearchRecords.Of(stamp, Checked(number));

    /// <summary>
    /// The link that says that one record has a role in another. Its id follows from the seed, both ids and the role. Whether the role fits the
    /// kinds of record is not checked, so that a wrong one can be made.
    /// </summary>
    /// <param name="from">The record that has the role; its controllers are the link's.</param>
    /// <param name="role">The role.</param>
    /// <param name="to">The record that it has the role in.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Link Link(PoliceRecord from, LinkRole role, PoliceRecord to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(to);
        return LinkRecords.Of(stamp, from, role, to);
    }

    /// <summary>
    /// A bundle of these records with the operational status <c>test</c>: marked as its highest record, with the ends of links that are not in it
    /// declared external, and, when it is a submission, a sender and a recipient. The records are taken as they are.
    /// </summary>
    /// <param name="number">From 0.</param>
    /// <param name="records">The records, of any origin.</param>
    /// <param name="kind"><see cref="BundleKind.Collection"/>, also when null, or <see cref="BundleKind.Submission"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    /// <exception cref="ArgumentException">The kind is another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁶¹.</exception>
    public Bundle Bundle(long number, IEnumerable<PoliceRecord> records, BundleKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var wanted = kind ?? BundleKind.Collection;
        if (wanted != BundleKind.Collection && wanted != BundleKind.Submission)
        {
            throw new ArgumentException("Only collections and submissions are made.", nameof(kind));
        }

        return BundleRecords.Of(stamp, Checked(number), records, wanted);
    }

    /// <summary>
    /// The first records of an endless stream, one at a time: case 0, then an incident of anti-social behaviour or a stop and search at the
    /// same place, case 1, and so on. No link comes before its ends, and no id twice.
    /// </summary>
    /// <param name="count">How many records; the last case may be cut short.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IEnumerable<PoliceRecord> Records(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Stream().Take(count);
    }

    private IEnumerable<PoliceRecord> Stream()
    {
        for (var number = 0L; ; number++)
        {
            var made = Case(number);
            foreach (var record in made.Records)
            {
                yield return record;
            }

            PoliceRecord other = number % 2 == 0 ? AntiSocialBehaviour(number) : StopSearch(number);
            yield return other;
            yield return Link(other, LinkRole.OccurredAt, made.Place);
        }
    }

    private static long Checked(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 1L << 61);
        return number;
    }
}
