using System.Text.Json;
namespace Regard.Surveys;

/// <summary>The answers of one respondent: item key -> answer; a battery's ratings stand under their slot keys. What is absent was not answered.</summary>
public sealed class Answers : Dictionary<string, Answer>
{
    public Answers() { }
    public Answers(IEnumerable<KeyValuePair<string, Answer>> given) : base(given) { }

    public Answer? Find(string key) => TryGetValue(key, out var answer) ? answer : null;

    /// <summary>These, with what one page now says in place of what it said before: going back may take an answer away.</summary>
    public Answers WithPage(Page page, Answers given)
    {
        var asked = page.Items.SelectMany(i => i.AnswerKeys).ToHashSet();
        return new(this.Where(p => !asked.Contains(p.Key)).Concat(given.Where(p => asked.Contains(p.Key))));
    }

    public string ToJson() => JsonSerializer.Serialize(this, FormJson.Options);

    /// <summary>Reads answers from JSON; Invalid when it is no such thing.</summary>
    public static Answers FromJson(string json)
    {
        try { return JsonSerializer.Deserialize<Answers>(json, FormJson.Options) ?? []; }
        catch (JsonException) { throw new Invalid("answers", "The answers cannot be read. They are an object: the key of an item to a number, a text, a list of texts, or null."); }
    }
}
