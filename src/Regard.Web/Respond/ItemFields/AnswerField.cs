using Regard.Surveys;
namespace Regard.Web.Respond.ItemFields;

/// <summary>Names that fields, problems and links to them share.</summary>
public static class AnswerField
{
    /// <summary>The element to go to for an answer's key.</summary>
    public static string Id(string key) => "q-" + key;
    public static string MoreId(string key) => "q-" + key + "-more";

    public static Words PartWords(Part part) => part switch
    {
        Part.Expected => Words.Of("How it should be"),
        Part.Perceived => Words.Of("How it was"),
        Part.Importance => Words.Of("How important it is to you"),
        Part.Overall => Words.Of("Overall satisfaction"),
        Part.Effort => Words.Of("Effort it cost"),
        Part.Delivered => Words.Of("What was delivered"),
        Part.Other => Words.Of("Beside the service"),
        _ => Words.Of("Likelihood to recommend"),
    };

    public static string? Text(Answer? answer) => answer?.AsText();
}
