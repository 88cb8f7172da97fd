mar = DI Fenella Marsh | Marsh; Fenella; Inspector Marsh; the inspector; Inspector; Fen | F
cho = DS Rahim Choudhury | Choudhury; Rahim; Sergeant Choudhury; the sergeant; Sergeant | M
pet = Mrs. Pettifer | Mrs Pettifer; Pettifer; Doreen Pettifer; Doreen | F
bar = the barman | barman; the landlord; Len | M
boy = Alfie | the boy; the lad; Alfie Pettifer | M
pat = the pathologist | Dr Sandhu; Sandhu; the doctor | F
===
LOW WATER

The body had been in the creek for two tides, and the crabs had been at it.

‘Don’t look at the hands,’ is what anybody else would have told him. Marsh just pointed her biro at them.

<mar i|‘What’s missing?’>

Choudhury swallowed. <cho i|‘Fingers, ma’am.’>

<mar i|‘Besides fingers.’>

He made himself look. Rain was running down the back of his collar. <cho a|‘No watch,’> he said at length. <cho +|‘There’s a mark where he wore one. And no ring, but there’s a mark there and all.’>

<mar i|‘Good. So either somebody robbed him, or—’>

<cho i|‘Or he took them off himself. Before.’>

<mar i|‘Before what?’>

<cho i|‘I don’t know yet.’>

<mar e|‘Best answer you’ve given me all week,’> said Marsh.

Dr Sandhu was packing up her case on the bank, with one wellington sunk to the ankle. She had driven from Ipswich in her slippers and wished it to be known.

<pat i|‘Male, fifty to sixty, dead since Sunday. I’ll tell you if he drowned when I’ve had him on a table. Before you ask.’>

<mar i|‘I wasn’t going to ask.’>

<pat i|‘You were drawing breath, Fen.’>

<mar i|‘I was yawning.’>

The pathologist snorted and held up an evidence bag. <pat i|‘This was in his shoe. Under the insole. I thought you’d like it.’>

It was a key, quite small, of the sort that opens a cash box. Tied to it with cotton was a scrap of card, and on the card somebody had written in pencil, ‘Ask Doreen.’

<cho i|‘Who’s Doreen?’>

<mar e|‘Well, Sergeant,’> said Marsh, <mar +|‘I’d imagine that’s who we ask.’>

*

There was one pub in Saltreach and it was shut, so they knocked until it wasn’t. The barman opened the door in his vest.

<bar i|‘We’re closed.’>

<cho i|‘Police.’> Choudhury showed him the card. <cho +|‘Sorry about the hour, sir. We’re looking for a lady called Doreen.’>

<bar i|‘What’s she done?’>

<cho i|‘Nothing, so far as we know.’>

<bar i|‘Then you don’t know her very well.’> He scratched his belly and considered them both, the tall wet young man and the short wet woman, and something about the sight of them seemed to cheer him up. <bar +|‘Doreen Pettifer. Last house before the sea wall. You’ll see the gnomes. Tell her Len says she still owes for the sherry.’>

<mar i|‘Is she in the habit of owing?’>

<bar a|‘She’s in the habit of sherry,’> said the landlord, and shut the door.

They walked. It was getting light in a grudging sort of way. Out on the mud a curlew was complaining, and the inspector, who came from Leicester, asked what it was.

<cho i|‘Curlew, ma’am.’>

<mar i|‘Sounds like a kettle with a broken heart.’>

<cho i|‘My dad used to bring us out here. He liked birds. He said that they were the only English who minded their own business.’>

She laughed, one short bark. <mar i|‘Did he like you joining the police?’>

<cho i|‘He didn’t say.’>

<mar i|‘Hm. Mine did say. At length.’>

*

The gnomes were everywhere. They fished; they pushed barrows; one of them, by the step, had its trousers down. A boy of about ten was sitting beside it in his pyjamas, eating dry cereal from the packet.

<boy i|‘Gran’s not up.’>

<mar i|‘And who are you?’>

<boy i|‘Alfie.’> He looked at Choudhury’s shoes, then at Marsh’s, then at the car they hadn’t got. <boy +|‘Are you the police? You walk like the police.’>

<mar i|‘How do the police walk, Alfie?’>

<boy i|‘Like their feet hurt.’>

<mar e|‘They do,’> Marsh said with feeling, and sat down on the step next to him. <mar +|‘Budge up. Does anybody else live here, besides you and your gran?’>

<boy i|‘Grandad did. Only he’s gone to Spain.’>

<mar i|‘Has he? When was that?’>

<boy e|‘Sunday,’> said Alfie.

Above his head the inspector’s eyes met the sergeant’s.

<mar a|‘Did he say goodbye?’> she asked.

<boy i|‘He gave me his watch.’> The lad pushed up the sleeve of his pyjamas. It was a good one, steel, and it went halfway to his elbow. <boy +|‘He said he wouldn’t need it in Spain, because they’ve got mañana. What’s mañana?’>

<cho e|‘Tomorrow,’> Choudhury said. His voice wasn’t quite steady. <cho +|‘It means tomorrow.’>

The door opened behind them. Mrs Pettifer was a very small woman in a very large dressing gown, and she’d already been crying, and she had put on lipstick over it.

<pet i|‘You’ve found him, then.’>

<mar i|‘Mrs Pettifer, I’m Detective Inspector Marsh. Perhaps we might go in—’>

<pet i|‘Alfie, go and feed the rabbit.’>

<boy i|‘I fed it.’>

<pet i|‘Then go and tell it a story.’> She waited until the side gate had banged. <pet +|‘Did he suffer?’>

<mar e|‘I don’t think so,’> said Marsh. She had got up. She was holding out the bag with the key in it. <mar +|‘He left this for you. Or for us. I’m not sure which he meant.’>

The old woman took it, and held it up close to her eyes, and to the astonishment of Choudhury she began to laugh.

<pet i|‘The silly old fool. “Ask Doreen!” Forty years I’ve told him, if anything happens, don’t go leaving notes, nobody can read your writing. It’s for the box. He’ll have put his ring in it. He never could bear to think of the crabs.’> And then she wasn’t laughing. <pet +|‘He had the cancer, you see. He’d seen what it did to his brother. He said, “Doreen, I’m not doing that,” and I said, “No, love, I shouldn’t.” And he had his tea, and he went for a walk.’>

Nobody said anything.

<pet i|‘I suppose that’s against the law.’>

<mar i|‘What is?’>

<pet i|‘Not stopping him.’>

Marsh looked across the sea wall, where the tide had turned and was coming back in over the mud, quick and shining.

<mar a|‘You were asleep,’> she told her. <mar +|‘You’d had a sherry. Len at the pub will say the same. Sergeant, have you got that down?’>

Choudhury’s pencil was in his pocket. It had been in his pocket the whole time.

<cho a|‘Yes, ma’am,’> he said. <cho +|‘Every word.’>
