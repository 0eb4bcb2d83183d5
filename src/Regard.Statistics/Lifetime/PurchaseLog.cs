namespace Regard.Statistics;

/// <summary>Adds up purchases to histories while they are read: memory holds the customers, not their purchases.</summary>
/// <remarks>
/// Several purchases on one day count as one, with their amounts added; the first day is birth. Each customer's purchases come in the order of their
/// days, customers in any order among each other; <see cref="Of"/> takes purchases in any order.
/// </remarks>
public sealed class PurchaseLog
{
    const int Unborn = int.MinValue;
    readonly int until;
    readonly bool amounts;
    int[] first, last, repeats;
    double[] spent;

    /// <summary>A log without purchases.</summary>
    /// <param name="until">Day number of the end of the record; later purchases are counted in <see cref="Later"/> and left out.</param>
    /// <param name="customers">As many as are expected; it grows.</param>
    /// <param name="amounts">False when no amounts are known.</param>
    public PurchaseLog(int until, int customers = 1024, bool amounts = true)
    {
        (this.until, this.amounts) = (until, amounts);
        (first, last, repeats) = (new int[Math.Max(1, customers)], new int[Math.Max(1, customers)], new int[Math.Max(1, customers)]);
        spent = new double[amounts ? first.Length : 0];
        Array.Fill(first, Unborn);
    }

    /// <summary>Customers seen: the highest index and 1.</summary>
    public int Customers { get; private set; }

    /// <summary>Purchases added.</summary>
    public long Purchases { get; private set; }

    /// <summary>Purchases left out because they lie after the end of the record.</summary>
    public long Later { get; private set; }

    /// <summary>Adds a purchase.</summary>
    /// <param name="customer">Index from 0.</param>
    /// <param name="day">Day number, from whatever day; not before the same customer's last one added.</param>
    /// <param name="amount">0 or more.</param>
    /// <exception cref="DataRefused">A negative amount or one that is no number, or a day before one of the customer added already.</exception>
    public void Add(int customer, int day, double amount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customer);
        if (!(amount >= 0) || double.IsInfinity(amount)) throw new DataRefused(DataFault.OutOfRange, $"Customer {customer + 1}: a purchase of {amount} is no amount from 0 on. Returns are no purchases.");
        if (customer >= first.Length) Grow(customer);
        Customers = Math.Max(Customers, customer + 1);
        if (day > until)
        {
            Later++;
            return;
        }
        if (first[customer] == Unborn) first[customer] = last[customer] = day;
        else if (day < last[customer]) throw new DataRefused(DataFault.BadSpecification, $"The purchases of customer {customer + 1} are not in the order of their days.");
        else if (day > last[customer])
        {
            last[customer] = day;
            repeats[customer]++;
        }
        if (amounts && day > first[customer]) spent[customer] += amount;
        Purchases++;
    }

    /// <summary>The histories of all who bought until the end of the record, in the order of their indexes.</summary>
    /// <param name="customers">Index of each history's customer.</param>
    /// <exception cref="DataRefused">Nobody did.</exception>
    public PurchaseHistories Histories(out int[] customers)
    {
        customers = [.. Enumerable.Range(0, Customers).Where(c => first[c] != Unborn)];
        if (customers.Length == 0) throw new DataRefused(DataFault.Empty, Later > 0 ? "All purchases lie after the end of the record." : "There is no purchase.");
        var n = customers.Length;
        var (x, recency, age, spend) = (new int[n], new int[n], new int[n], amounts ? new double[n] : null);
        for (var i = 0; i < n; i++)
        {
            var c = customers[i];
            (x[i], recency[i], age[i]) = (repeats[c], last[c] - first[c], until - first[c]);
            if (age[i] > PurchaseHistories.Most) throw new DataRefused(DataFault.OutOfRange, $"Customer {c + 1} was born {age[i]} days before the end of the record.");
            if (spend is not null && x[i] > 0) spend[i] = spent[c] / x[i];
        }
        return PurchaseHistories.Trusted(x, recency, age, spend);
    }

    /// <summary>Histories of purchases in any order.</summary>
    /// <param name="customer">Index of each purchase's customer, from 0.</param>
    /// <param name="day">Day number of each.</param>
    /// <param name="amount">Amount of each, 0 or more; empty when none are known.</param>
    /// <param name="until">Day number of the end of the record; later purchases are left out.</param>
    /// <exception cref="DataRefused">Uneven columns, a negative amount, or nobody bought until then.</exception>
    public static PurchaseLog Of(ReadOnlySpan<int> customer, ReadOnlySpan<int> day, ReadOnlySpan<double> amount, int until)
    {
        if (customer.Length != day.Length || (amount.Length != 0 && amount.Length != day.Length)) throw new DataRefused(DataFault.BadSpecification, "The columns of the purchases are not of one length.");
        var customers = 0;
        foreach (var c in customer) customers = c >= 0 ? Math.Max(customers, c + 1) : throw new DataRefused(DataFault.OutOfRange, $"{c} is no index of a customer.");
        var log = new PurchaseLog(until, customers, amount.Length > 0);
        if (InOrder(customer, day, customers))
        {
            for (var i = 0; i < day.Length; i++) log.Add(customer[i], day[i], amount.IsEmpty ? 0 : amount[i]);
            return log;
        }
        var (start, days, rows) = ByCustomer(customer, day, customers);
        for (var c = 0; c < customers; c++)
        {
            var (from, length) = (start[c], start[c + 1] - start[c]);
            days.AsSpan(from, length).Sort(rows.AsSpan(from, length));
            for (var i = from; i < from + length; i++) log.Add(c, days[i], amount.IsEmpty ? 0 : amount[rows[i]]);
        }
        return log;
    }

    static bool InOrder(ReadOnlySpan<int> customer, ReadOnlySpan<int> day, int customers)
    {
        var last = new int[customers];
        Array.Fill(last, int.MinValue);
        for (var i = 0; i < day.Length; i++)
        {
            if (day[i] < last[customer[i]]) return false;
            last[customer[i]] = day[i];
        }
        return true;
    }

    static (int[] Start, int[] Days, int[] Rows) ByCustomer(ReadOnlySpan<int> customer, ReadOnlySpan<int> day, int customers)
    {
        var start = new int[customers + 1];
        foreach (var c in customer) start[c + 1]++;
        for (var c = 0; c < customers; c++) start[c + 1] += start[c];
        var (next, days, rows) = (start.AsSpan(0, customers).ToArray(), new int[day.Length], new int[day.Length]);
        for (var i = 0; i < day.Length; i++)
        {
            var at = next[customer[i]]++;
            (days[at], rows[at]) = (day[i], i);
        }
        return (start, days, rows);
    }

    void Grow(int customer)
    {
        var (old, length) = (first.Length, Math.Max(customer + 1, 2 * first.Length));
        Array.Resize(ref first, length);
        Array.Resize(ref last, length);
        Array.Resize(ref repeats, length);
        if (amounts) Array.Resize(ref spent, length);
        Array.Fill(first, Unborn, old, length - old);
    }
}
