using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>What customers buy after what, from all pairs of neighbouring purchases that name a category.</summary>
sealed class NextCategory
{
    readonly IReadOnlyList<string> categories;
    readonly long[][] after;

    public NextCategory(CustomerBook book)
    {
        categories = book.Categories;
        after = Array.ConvertAll(new int[categories.Count], _ => new long[categories.Count]);
        var events = book.Events;
        for (var c = 0; c < book.Count; c++)
        {
            var before = -1;
            for (var i = events.Start[c]; i < events.Start[c + 1]; i++)
            {
                if (!events.Kind[i].IsPurchase() || events.Category[i] < 0) continue;
                if (before >= 0) after[before][events.Category[i]]++;
                before = events.Category[i];
            }
        }
    }

    /// <summary>The likeliest category after this one and its share; null where nobody bought on.</summary>
    public (string Name, double Share)? After(short category)
    {
        if (category < 0 || after[category].Sum() is not (> 0 and var all)) return null;
        var likeliest = Array.IndexOf(after[category], after[category].Max());
        return (categories[likeliest], after[category][likeliest] / (double)all);
    }
}
