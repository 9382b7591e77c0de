namespace RunBackCare.Planning.Replies;

/// <summary>
/// Joins numbers with what they measure, so that only numbers that could be pain are left as numbers: minutes, kilometres, clock times,
/// counts of runs and every other unit are taken out here.
/// </summary>
internal static class Measures
{
    private const int MetresPerMile = 1609;

    private const int LeastHeartRate = 40;

    public static List<Token> Join(List<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            i += Take(tokens, i, joined);
        }

        return joined;
    }

    /// <returns>How many tokens were taken.</returns>
    private static int Take(List<Token> tokens, int at, List<Token> joined)
    {
        var token = tokens[at];
        if (Weekdays(tokens, at) is { } until)
        {
            joined.AddRange(Enumerable.Range(token.Value, until - token.Value + 1).Select(day => new Token(Meaning.Weekday, day)));
            return 3;
        }

        if (token is { Meaning: Meaning.Tail, Value: 1 } && Next(tokens, at + 1) is { Meaning: Meaning.Number } && Next(tokens, at + 2) is null or { Meaning: Meaning.Comma or Meaning.And or Meaning.Sign })
        {
            // "During 2, after 4": a time, and no cause.
            joined.Add(new(Meaning.Evening));
            return 1;
        }

        if (token.Is(Meaning.Counted) && Next(tokens, at + 1) is { Meaning: Meaning.Sign, Value: ':' or '=' } && Next(tokens, at + 2) is { Meaning: Meaning.Number } told && joined is [] or [.., { Meaning: Meaning.Comma or Meaning.And or Meaning.Sign }])
        {
            joined.Add(new(Meaning.Count, token.Value, told.Number));
            return 3;
        }

        if (token.Is(Meaning.Counted) && Next(tokens, at + 1) is { Meaning: Meaning.Sign or Meaning.Fraction } mark && (mark.Is(Meaning.Fraction) ? mark : Next(tokens, at + 2)) is { Meaning: Meaning.Fraction } part && part.Number <= part.Other)
        {
            // "Runs 2/3", "runs: 2/3".
            joined.Add(new(Meaning.Count, token.Value, part.Number));
            return mark.Is(Meaning.Fraction) ? 2 : 3;
        }

        if (!token.Is(Meaning.Number))
        {
            joined.Add(token.Is(Meaning.Fraction) && Next(tokens, at + 1) is { Meaning: Meaning.Counted } counted ? new(Meaning.Count, counted.Value, token.Number) : token);
            return token.Is(Meaning.Fraction) && joined[^1].Is(Meaning.Count) ? 2 : 1;
        }

        if (WithHalf(tokens, at) is { } half)
        {
            return half.Took - 1 + Measured(tokens, at + half.Took - 1, half.Number, joined);
        }

        if (Upper(tokens, at) is { } range)
        {
            return range.Took - 1 + Measured(tokens, at + range.Took - 1, range.Number, joined);
        }

        return Measured(tokens, at, token.Number, joined);
    }

    /// <summary>"3 to 4", "3 or 4", "3 - 4": the upper one.</summary>
    private static (decimal Number, int Took)? Upper(List<Token> tokens, int at) =>
        Next(tokens, at + 1) is { Meaning: Meaning.Range } or { Meaning: Meaning.Sign, Value: '-' } && Next(tokens, at + 2) is { Meaning: Meaning.Number } upper
            ? (Math.Max(tokens[at].Number, upper.Number), 3)
            : null;

    /// <summary>"Two and a half", "2 1/2".</summary>
    private static (decimal Number, int Took)? WithHalf(List<Token> tokens, int at) =>
        Next(tokens, at + 1) is { Meaning: Meaning.Half } or { Meaning: Meaning.Fraction, Number: 1, Other: 2 } && decimal.IsInteger(tokens[at].Number) ? (tokens[at].Number + 0.5m, 2) : null;

    /// <summary>"Mon to Wed", "Mon - Wed": the last of them.</summary>
    private static int? Weekdays(List<Token> tokens, int at) =>
        tokens[at].Is(Meaning.Weekday)
        && Next(tokens, at + 1) is { Meaning: Meaning.Range } or { Meaning: Meaning.Sign, Value: '-' }
        && Next(tokens, at + 2) is { Meaning: Meaning.Weekday } last && last.Value > tokens[at].Value
            ? last.Value
            : null;

    /// <param name="at">The last token of the number.</param>
    private static int Measured(List<Token> tokens, int at, decimal number, List<Token> joined)
    {
        switch (Next(tokens, at + 1))
        {
            case { Meaning: Meaning.Minutes } when joined is [.., { Meaning: Meaning.WeekScope, Value: 0 }] && Next(tokens, at + 2) is { Meaning: Meaning.Number }:
                // "Max 6 min 2": the least, and no minutes.
                joined.AddRange(new(Meaning.Number, Number: number), new(Meaning.WeekScope));
                return 2;
            case { Meaning: Meaning.Minutes }:
                joined.Add(new(Meaning.Duration, Number: number));
                return 2;
            case { Meaning: Meaning.Hours }:
                joined.Add(new(Meaning.Duration, Number: number * 60));
                return 2;
            case { Meaning: Meaning.Kilometres }:
                joined.Add(new(Meaning.Distance, Number: number * 1000));
                return 2;
            case { Meaning: Meaning.Miles }:
                joined.Add(new(Meaning.Distance, Number: number * MetresPerMile));
                return 2;
            case { Meaning: Meaning.Metres }:
                joined.Add(number < 100 ? new(Meaning.Duration, Number: number) : new(Meaning.Distance, Number: number));
                return 2;
            case { Meaning: Meaning.OtherUnit } unit:
                joined.Add(new(Meaning.OtherNumber, unit.Value));
                return 2;
            case { Meaning: Meaning.Counted } counted:
                joined.Add(new(Meaning.Count, counted.Value, number));
                return 2;
            case { Meaning: Meaning.Activity, Value: (int)History.LoggedKind.Run } when number == 1:
                joined.Add(new(Meaning.Count, (int)History.LoggedKind.Run, 1));
                return 2;
            case { Meaning: Meaning.Times }:
                joined.Add(joined.Exists(t => t is { Meaning: Meaning.Did, Value: (int)History.LoggedKind.Run }) ? new(Meaning.Count, (int)History.LoggedKind.Run, number) : new(Meaning.OtherNumber));
                return 2;
            case { Meaning: Meaning.Morning or Meaning.Evening, Value: 1 } when IsClock(tokens, at, joined):
                joined.Add(new(Meaning.OtherNumber));
                return 2;
            case { Meaning: Meaning.OutOf } when Next(tokens, at + 2) is { Meaning: Meaning.Filler } && Next(tokens, at + 3) is { Meaning: Meaning.Number } && Next(tokens, at + 4) is { Meaning: Meaning.Counted } ofThem:
                joined.Add(new(Meaning.Count, ofThem.Value, number));
                return 5;
            case { Meaning: Meaning.OutOf } when Next(tokens, at + 2) is { Meaning: Meaning.Number } of:
                if (Next(tokens, at + 3) is { Meaning: Meaning.Activity or Meaning.OtherUnit })
                {
                    // "9 of 10 exercises" is done work, and no score.
                    joined.Add(new(Meaning.OtherNumber));
                    return 4;
                }

                var counts = Next(tokens, at + 3) is { Meaning: Meaning.Counted };
                joined.Add(counts ? new(Meaning.Count, tokens[at + 3].Value, number) : of.Number == 10 ? new(Meaning.OfTen, Number: number) : new(Meaning.Fraction, Number: number, Other: of.Number));
                return counts ? 4 : 3;
            case { Meaning: Meaning.OutOf } when Next(tokens, at + 2) is { Meaning: Meaning.Counted } counted:
                joined.Add(new(Meaning.Count, counted.Value, number));
                return 3;
            case { Meaning: Meaning.Month, Value: var month } when number is >= 1 and <= 31:
                joined.Add(new(Meaning.Date, month, Other: number));
                return 2;
            default:
                return Plain(number, joined);
        }
    }

    private static int Plain(decimal number, List<Token> joined)
    {
        if (joined is [.., { Meaning: Meaning.Month, Value: var month }] && number is >= 1 and <= 31)
        {
            joined[^1] = new(Meaning.Date, month, Other: number);
        }
        else if (joined is [.., { Meaning: Meaning.OtherScale } or { Meaning: Meaning.OtherSite }] or [.., { Meaning: Meaning.OtherScale } or { Meaning: Meaning.OtherSite }, { Meaning: Meaning.Filler } or { Meaning: Meaning.Sign } or { Meaning: Meaning.Pain }])
        {
            joined.Add(new(Meaning.OtherNumber));
        }
        else if (number >= LeastHeartRate && joined is [.., { Meaning: Meaning.Hours }])
        {
            // "HR 145".
            joined.Add(new(Meaning.OtherNumber));
        }
        else if (joined is [.., { Meaning: Meaning.Kilometres or Meaning.Miles or Meaning.Minutes or Meaning.OtherUnit } or { Meaning: Meaning.WeekScope, Value: 1 }])
        {
            // "At km 3", "week 3": which one, not how much.
            joined.Add(new(Meaning.OtherNumber));
        }
        else if (number >= ReplyGrammar.LeastBareMinutes && joined is [.., { Meaning: Meaning.Did }])
        {
            joined.Add(new(Meaning.Duration, Number: number));
        }
        else
        {
            joined.Add(new(Meaning.Number, Number: number));
        }

        return 1;
    }

    /// <summary>"Ran 6 am": a time. "Pain 4 am 2" and "back 2 am": a score and a morning.</summary>
    private static bool IsClock(List<Token> tokens, int at, List<Token> joined)
    {
        var after = at + 2;
        while (Next(tokens, after) is { Meaning: Meaning.Sign or Meaning.Filler })
        {
            after++;
        }

        var scored = Next(tokens, after) is { Meaning: Meaning.Number or Meaning.OfTen or Meaning.Fine };
        return joined switch
        {
            [.., { Meaning: Meaning.Pain or Meaning.Site }] => false,
            [] or [.., { Meaning: Meaning.Weekday or Meaning.DaysAgo or Meaning.Activity or Meaning.During or Meaning.Comma or Meaning.Sign }] => !scored,
            _ => true,
        };
    }

    private static Token? Next(List<Token> tokens, int at) => at < tokens.Count ? tokens[at] : null;
}
