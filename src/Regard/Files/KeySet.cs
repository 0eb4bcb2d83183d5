namespace Regard.Files;

/// <summary>Tells whether a key came before, for tens of millions of them: sixteen bytes a key, at most three quarters full.</summary>
sealed class KeySet
{
    UInt128[] slots = new UInt128[1024];
    int count;

    /// <summary>False when it was there already.</summary>
    public bool Add(UInt128 key)
    {
        if (key == 0) key = 1;
        if (count >= slots.Length / 4 * 3) Grow();
        if (!Put(slots, key)) return false;
        count++;
        return true;
    }

    static bool Put(UInt128[] into, UInt128 key)
    {
        var mask = into.Length - 1;
        for (var at = (int)((ulong)(key ^ key >> 64) * 0x9E3779B97F4A7C15 >> 32) & mask; ; at = at + 1 & mask)
        {
            if (into[at] == key) return false;
            if (into[at] != 0) continue;
            into[at] = key;
            return true;
        }
    }

    void Grow()
    {
        var larger = new UInt128[slots.Length * 2];
        foreach (var key in slots) if (key != 0) Put(larger, key);
        slots = larger;
    }
}
