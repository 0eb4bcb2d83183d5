using System.Globalization;
using Microsoft.Extensions.Primitives;
using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>Reads what the editor's fields say. What they do not show, such as members of an imported form, stays as it was.</summary>
public sealed class FormFields(IFormCollection posted)
{
    public string this[string name] => posted[name].ToString().Trim();
    public bool Has(string name) => !StringValues.IsNullOrEmpty(posted[name]);
    public int? Whole(string name) => int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
    public long Revision => long.TryParse(this["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>What a button asks for beyond saving, such as "add" or "up:2".</summary>
    public (string Name, int At) Asked
    {
        get
        {
            var parts = this["do"].Split(':', 2);
            return (parts[0], parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0);
        }
    }

    public Text Text(string name, Text? before = null)
    {
        var text = new Text(before ?? []);
        foreach (var tag in Languages.All.Select(l => l.Tag()).Where(tag => posted.ContainsKey($"{name}.{tag}")))
        {
            var said = posted[$"{name}.{tag}"].ToString().Trim().ReplaceLineEndings("\n");
            if (said.Length > 0) text[tag] = said; else text.Remove(tag);
        }
        return text;
    }

    public Text? TextOrNone(string name, Text? before) => Text(name, before) is { Count: > 0 } text ? text : null;

    public FormDocument Settings(FormDocument before) => before with
    {
        Title = Text("title", before.Title), Intro = Text("intro", before.Intro), Thanks = Text("thanks", before.Thanks),
        Languages = [.. posted["languages"].OfType<string>()],
    };

    public Item Question(Item before)
    {
        var common = before with { Key = this["key"], Title = Text("title", before.Title), Help = TextOrNone("help", before.Help), Required = Has("required"), ShowIf = ShowIf(before.ShowIf), Tells = posted.ContainsKey("tells") ? Enum.TryParse<Trait>(this["tells"], out var tells) ? tells : null : before.Tells };
        return common switch
        {
            RatingItem rating => rating with { Scale = Scale(rating.Scale), Part = Enum.TryParse<Part>(this["part"], out var part) ? part : rating.Part, Indicator = Name("indicator"), Reversed = Has("reversed"), NotApplicable = Has("notApplicable") },
            BatteryItem battery => battery with
            {
                Parts = [.. BatteryItem.PartsOffered.Where(p => posted["parts"].Contains(p.ToString()))], Scale = Scale(battery.Scale), NotApplicable = Has("notApplicable"), Rows = Rows(battery.Rows),
            },
            NpsItem nps => nps with { Low = TextOrNone("low", nps.Low), High = TextOrNone("high", nps.High) },
            SingleItem single => single with { Options = Options(single.Options), Segment = Has("segment") },
            MultipleItem multiple => multiple with { Options = Options(multiple.Options) },
            TextItem text => text with { Long = Has("long"), MaxLength = Whole("maxLength") ?? text.MaxLength },
            NumberItem number => number with { Min = Number("min"), Max = Number("max"), Decimals = Whole("decimals") ?? number.Decimals },
            CheckItem check => check with { Indicator = Name("indicator"), Standard = Name("standard"), PhotoWhenFailed = Has("photoWhenFailed") },
            _ => common,
        };
    }

    Scale Scale(Scale before) => before with { From = Whole("scale.from") ?? before.From, To = Whole("scale.to") ?? before.To, Low = TextOrNone("scale.low", before.Low), High = TextOrNone("scale.high", before.High) };

    List<BatteryRow> Rows(IReadOnlyList<BatteryRow> before) =>
        [.. Listed("rows").Select(at => (before.FirstOrDefault(r => r.Key == this[at + ".was"]) ?? new()) is var row ? row with { Key = this[at + ".key"], Title = Text(at + ".title", row.Title), Indicator = Name(at + ".indicator") } : row)];

    List<Choice> Options(IReadOnlyList<Choice> before) =>
        [.. Listed("options").Select(at => (before.FirstOrDefault(o => o.Key == this[at + ".was"]) ?? new()) is var option ? option with { Key = this[at + ".key"], Title = Text(at + ".title", option.Title) } : option)];

    ShowIf? ShowIf(ShowIf? before)
    {
        var conditions = Listed("showIf").Select((at, i) => (before?.Conditions.ElementAtOrDefault(i) ?? new()) with
        {
            Item = this[at + ".item"], Op = Enum.TryParse<Test>(this[at + ".op"], out var op) ? op : Test.Is,
            Value = this[at + ".value"] is { Length: > 0 } value ? AnswerFrom(value) : null,
        }).Where(c => c.Item.Length > 0).ToList();
        return this["showIf.mode"] switch
        {
            "all" => (before ?? new()) with { All = conditions, Any = null },
            "any" => (before ?? new()) with { Any = conditions, All = null },
            _ => null,
        };
    }

    /// <summary>The names rows[0], rows[1], ... as far as they were posted.</summary>
    IEnumerable<string> Listed(string list)
    {
        for (var i = 0; posted.Keys.Any(k => k.StartsWith($"{list}[{i}].", StringComparison.Ordinal)); i++) yield return $"{list}[{i}]";
    }

    string? Name(string name) => this[name] is { Length: > 0 } said ? said : null;

    static Answer AnswerFrom(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Answer.Of(number) : Answer.Of(value);

    decimal? Number(string name) => decimal.TryParse(this[name], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
}
