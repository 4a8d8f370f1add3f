using System.Collections.Frozen;

namespace Policing.PartnerHost;

/// <summary>Given names that often stand for each other in English. A choice of our own, for searching only: it says nothing of who is who.</summary>
internal static class ShortNames
{
    private static readonly string[][] s_groups =
    [
        ["ALEXANDER", "ALEX", "ALEC", "SANDY", "XANDER", "ALASDAIR", "ALISTAIR"], ["ALEXANDRA", "ALEX", "SANDRA", "LEXI"], ["ANDREW", "ANDY", "DREW"],
        ["ANTHONY", "ANTONY", "TONY"], ["BENJAMIN", "BEN", "BENNY"], ["CATHERINE", "KATHERINE", "KATHRYN", "CATH", "KATE", "KATIE", "KATH", "KATHY", "CATHY"],
        ["CHARLES", "CHARLIE", "CHUCK"], ["CHARLOTTE", "CHARLIE", "LOTTIE"], ["CHRISTOPHER", "CHRIS", "KIT"], ["CHRISTINE", "CHRISTINA", "CHRIS", "TINA"],
        ["DANIEL", "DAN", "DANNY"], ["DAVID", "DAVE", "DAVY"], ["DEBORAH", "DEBRA", "DEB", "DEBBIE"], ["DONALD", "DON", "DONNIE"], ["DOROTHY", "DOT", "DOTTIE"],
        ["EDWARD", "ED", "EDDIE", "TED", "NED"], ["ELIZABETH", "ELISABETH", "LIZ", "LIZZIE", "BETH", "BETTY", "ELIZA", "LISA", "LIBBY"], ["FREDERICK", "FRED", "FREDDIE"],
        ["GEOFFREY", "JEFFREY", "GEOFF", "JEFF"], ["GERALD", "GERARD", "GERRY", "JERRY"], ["GREGORY", "GREG"], ["HENRY", "HARRY", "HAL"], ["HAROLD", "HARRY"],
        ["ISABELLA", "ISABEL", "ISOBEL", "BELLA", "IZZY"], ["JACQUELINE", "JACKIE"], ["JAMES", "JIM", "JIMMY", "JAMIE"], ["JENNIFER", "JENNY", "JEN"],
        ["JESSICA", "JESS", "JESSIE"], ["JOHN", "JACK", "JOHNNY", "JON"], ["JONATHAN", "JON", "JONNY"], ["JOSEPH", "JOE", "JOEY"], ["JOSHUA", "JOSH"],
        ["KENNETH", "KEN", "KENNY"], ["LAWRENCE", "LAURENCE", "LARRY"], ["LEONARD", "LEN", "LENNY"], ["MARGARET", "MAGGIE", "MEG", "PEGGY", "MARGE"], ["MATTHEW", "MATT"],
        ["MICHAEL", "MIKE", "MICK", "MICKEY"], ["MOHAMMED", "MUHAMMAD", "MOHAMED", "MOHAMMAD", "MUHAMMED", "MO"], ["NATHANIEL", "NATHAN", "NAT"], ["NICHOLAS", "NICOLAS", "NICK", "NICKY"],
        ["NICOLA", "NICKY", "NIKKI"], ["OLIVER", "OLLIE"], ["OLIVIA", "LIV", "LIVVY"], ["PATRICIA", "PAT", "PATSY", "TRISH"], ["PATRICK", "PAT", "PADDY"], ["PETER", "PETE"],
        ["PHILIP", "PHILLIP", "PHIL"], ["REBECCA", "REBEKAH", "BECKY", "BECCA"], ["RICHARD", "RICK", "RICKY", "DICK", "RICH"], ["ROBERT", "ROB", "BOB", "BOBBY", "ROBBIE", "BERT"],
        ["RONALD", "RON", "RONNIE"], ["SAMUEL", "SAM", "SAMMY"], ["SAMANTHA", "SAM", "SAMMY"], ["SARAH", "SARA", "SALLY"], ["STEPHEN", "STEVEN", "STEVE"], ["SUSAN", "SUE", "SUSIE", "SUZANNE"],
        ["TERENCE", "TERRENCE", "TERRY"], ["THERESA", "TERESA", "TESS", "TERRY"], ["THOMAS", "TOM", "TOMMY"], ["TIMOTHY", "TIM"], ["VICTORIA", "VICKY", "VIC", "TORI"],
        ["WILLIAM", "WILL", "BILL", "BILLY", "WILLIE", "LIAM"], ["ZACHARY", "ZAC", "ZACK"],
    ];

    private static readonly FrozenDictionary<string, int[]> s_groupsOf = s_groups
        .SelectMany((group, number) => group.Select(name => (name, number)))
        .GroupBy(pair => pair.name, pair => pair.number, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    public static bool AreRelated(string left, string right) =>
        s_groupsOf.TryGetValue(left, out int[]? of) && s_groupsOf.TryGetValue(right, out int[]? and) && of.AsSpan().ContainsAny(and);
}
