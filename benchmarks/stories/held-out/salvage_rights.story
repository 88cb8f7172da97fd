nar = Theodora Pike | Theo; Pike; Miss Pike; Theodora; Dora; _narr | F
abe = Abel Quint | Quint; Abel; old Quint; the diver | M
lor = Lorcan | Lorcan Daly; Daly; the mate; Mr. Daly | M
aun = Aunt Honor | Honor; my aunt; Miss Pike; Honor Pike | F
law = Mr. Sillitoe | Sillitoe; the lawyer; the solicitor | M
cab = the cabin boy | Wick; the boy | M
===
Salvage Rights

I.

My aunt owned four ships, and had sunk three of them.

I ought to say at once that nobody ever proved it. I went to live with her the year I was fourteen, when my parents' train came off the bridge at Corrie, and in all the time I knew her I never heard a soul accuse her of it except for Abel Quint; and he did it to her face, at breakfast, with egg on his beard.

<abe i|"You put her on the rocks, Honor.">

<aun i|"Eat your toast, Abel.">

<abe i|"I'll eat it. I'll eat it, and I'll say it with my mouth full. There was nothing amiss with that ship. I dived on her. There's a hole in her you could drive a cart through, and it goes out, not in.">

<aun a|"How interesting,"> said my aunt. She buttered a corner of her own slice and cut it into four. <aun +|"Theodora, Mr. Quint is a diver. He goes down in a rubber suit and he breathes through a hose, and now and then there's not enough air in the hose, and it makes him fanciful. Pass him the marmalade.">

I passed it. He had enormous hands, with two of the fingers gone, and he winked at me.

<abe i|"What d'you think, missy?">

<nar a|"I think,"> I said, <nar +|"that a hole that goes out was made by somebody inside.">

There was a dreadful pause. Then old Quint threw back his head and roared.

<abe i|"Oh, Honor! You've got yourself a Pike there and no mistake!">

My aunt was looking at me across the silver as though I had been delivered to the wrong address, and might after all turn out to be worth more than what she had ordered.

<aun a|"Yes,"> she said. <aun +|"It rather seems I have.">

II.

That was in the spring. In the autumn she died, of nothing in particular, in her chair; and Mr. Sillitoe came up from town on the slow train to read to us what she had left.

He was a damp young man who kept his gloves on. He read it in the dining room. There were only four of us to hear it, counting the cook.

<law i|"“To my niece, the house at Corrie Sands, and its contents. To Abel Quint, the sum of one hundred pounds, and my apologies.”"> The solicitor looked up. <law +|"It doesn't say for what.">

<abe e|"I know for what,"> said Quint.

<law i|"Ah. Quite. “And to my said niece, the brig Constancy, together with the salvage rights in the Patience, the Prudence and the Charity, wherever they may lie.”">

<nar i|"They're the ones she sank.">

I hadn't meant to say it out loud. Mr. Sillitoe went the colour of his collar.

<law i|"I should be a little careful, Miss Pike, about using an expression of that kind before... that's to say, the insurers—">

<lor a|"Ah, let her alone,"> said somebody behind me. <lor +|"It's only what the whole town says.">

I turned round. I'd taken him for a carter, or one of the men who had come about the piano; he was leaning in the door with his cap pushed back, very brown, not thirty, with one gold tooth.

<nar i|"Who are you?">

<lor i|"Lorcan Daly. I'm your mate.">

<nar i|"I beg your pardon?">

<lor i|"Of the Constancy, miss. She goes with the ship, so to speak. Or I do.">

<law a|"I see no reason,"> the lawyer said stiffly, <law +|"why the vessel shouldn't simply be sold. There's a firm at Hull. I've taken the liberty of drawing up the—">

<abe i|"How much?">

<law i|"I hardly think that it concerns—">

<nar a|"How much, Mr. Sillitoe?"> I asked him.

He told me. Daly whistled. Quint said a word that made the cook leave the room.

<abe i|"For a brig and three wrecks? There's silver in the Prudence, boy. There was six ton of it on the manifest and there was none of it came up. I should know. It was me that went to look.">

<nar i|"Then why didn't she ever send you back for it?">

The old man turned his cup around on its saucer. The two stumps of his fingers lay along the rim. When he did speak, it was not to me; it was to the chair by the window.

<abe i|"Because she'd have had to tell me where she moved it to.">

III.

We sailed on the ninth. I say we. I had been told by everyone in Corrie that I couldn't possibly go, and had found that if one simply went on packing they stopped.

There was a cabin boy called Wick who had been sick since the harbour mouth. I found him in the scuppers on the second night with his head between his knees.

<nar i|"Does it get better?">

<cab i|"No, miss.">

<nar i|"How long have you been at sea?">

<cab e|"Four years, miss,"> said Wick, and was ill again. <cab +|"My mam says... I'll grow out of it.">

<nar i|"How old are you?">

<cab i|"Twelve. I think. There was a page out of the Bible.">

I sat down by him with my back against the boat. There were more stars than I'd known about. <nar a|"I'm fifteen,"> I said. <nar +|"Since Tuesday. I haven't told anybody.">

<cab i|"Many happy returns, miss.">

<nar i|"Thank you, Wick.">

A boot scraped on the planking. It was the mate, with two tin mugs in one hand. He gave the first to the boy, and told him to hold his nose, and the second he gave to me.

<lor i|"You might've said. We'd have had a cake.">

<nar i|"You were listening.">

<lor i|"It's a small ship. A man can't spit but he hears about it from the cook."> He squatted on his heels. In that light you couldn't see the tooth. <lor +|"I'll tell you something for your birthday, Theo, if you like. I was aboard of the Prudence the night that she went down.">

No one had called me that since the bridge. It was a moment before I could say anything at all.

<nar i|"Did you see who did it?">

<lor i|"I did.">

<nar i|"Was it my aunt?">

<lor e|"It was not,"> said Daly. <lor +|"She was the one that got us off. She stood up to her waist in that hold, passing lads up the ladder like loaves. I was the last. And I looked back, and there he was behind her with the lamp in his hand, on the wrong side of the door.">

<nar i|"Who?">

He didn't answer. He'd turned his head; and when I looked where he was looking I saw that there was someone standing at the rail, a big man, quite still, with the red end of a pipe going bright and dim in front of his face.

<abe e|"Fine night,"> said Abel Quint. <abe +|"Is that rum you've there?">
