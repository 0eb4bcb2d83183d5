namespace Regard.Post.Templates;

static class TemplateStore
{
    public const string Select = "select t.key, t.language_tag, t.version, t.subject, t.body from templates t";

    public static async Task<Template> Now(Session s, string key, string tag)
    {
        var standard = TemplateKind.Of(key).Standard(tag);
        return await s.Maybe<Template>($"{Select} where t.key = @key and t.language_tag = @tag order by t.version desc limit 1", new { key, tag }) ?? standard;
    }
}
