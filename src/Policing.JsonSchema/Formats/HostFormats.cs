namespace Policing.JsonSchema.Formats;

/// <summary>Names and addresses of hosts: RFC 1123, RFC 2673 section 3.2, RFC 4291 section 2.2.</summary>
internal static class HostFormats
{
    public static bool IsHostname(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }
        while (true)
        {
            int dot = text.IndexOf((byte)'.');
            if (!IsLabel(dot < 0 ? text : text[..dot]))
            {
                return false;
            }
            if (dot < 0)
            {
                return true;
            }
            text = text[(dot + 1)..];
        }
    }

    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        for (int part = 0; part < 4; part++)
        {
            int dot = part < 3 ? text.IndexOf((byte)'.') : text.Length;
            if (dot is < 1 or > 3 || !IsOctet(text[..dot]))
            {
                return false;
            }
            text = part < 3 ? text[(dot + 1)..] : default;
        }
        return true;
    }

    public static bool IsIPv6(ReadOnlySpan<byte> text)
    {
        int gap = text.IndexOf("::"u8);
        if (gap < 0)
        {
            return Groups(text, mayEndInIPv4: true) == 8;
        }
        ReadOnlySpan<byte> before = text[..gap];
        ReadOnlySpan<byte> after = text[(gap + 2)..];
        int left = before.IsEmpty ? 0 : Groups(before, mayEndInIPv4: false);
        int right = after.IsEmpty ? 0 : Groups(after, mayEndInIPv4: true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    private static bool IsLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }
        foreach (byte letter in label)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter != '-')
            {
                return false;
            }
        }
        return label.Length < 4 || label[2] != '-' || label[3] != '-' || (label[0] | 0x20) != 'x' || (label[1] | 0x20) != 'n'
            || InternationalLabel.IsValid(label);
    }

    private static bool IsOctet(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }
            value = (value * 10) + (digit - '0');
        }
        return value <= 255 && (digits.Length == 1 || digits[0] != '0');
    }

    /// <summary>The number of groups of 16 bits, or -1.</summary>
    private static int Groups(ReadOnlySpan<byte> text, bool mayEndInIPv4)
    {
        int count = 0;
        while (true)
        {
            int colon = text.IndexOf((byte)':');
            ReadOnlySpan<byte> group = colon < 0 ? text : text[..colon];
            if (colon < 0 && mayEndInIPv4 && IsIPv4(group))
            {
                return count + 2;
            }
            if (group.Length is 0 or > 4 || !AreHex(group))
            {
                return -1;
            }
            count++;
            if (colon < 0)
            {
                return count;
            }
            text = text[(colon + 1)..];
        }
    }

    private static bool AreHex(ReadOnlySpan<byte> digits)
    {
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }
        return true;
    }
}
