ash = Lord Ashdown | Ashdown; Corvane; Corvane Ashdown; Lord Corvane; my lord | M
ilv = Duchess Ilvane | Ilvane; the duchess; Her Grace; Your Grace; the Duchess of Sarn; Duchess | F
tam = Ser Tamsel Rook | Rook; Ser Tamsel; Tamsel; Ser Rook; the knight | F
pra = Prince Aurelian | Aurelian; the prince; His Highness; Your Highness | M
mae = Maelis | the maid; Maelis; the girl | F
ord = Brother Ordwin | Ordwin; the priest; the old priest; Brother | M
her = the herald | herald | M
gat = the gate captain | Captain Voss; Voss; the captain; Captain | M
===
THE ASHES OF ASHDOWN

IV. A Guest at Sarn

They came to the gates of Sarn in the last hour of light, nine riders out of forty, and the snow had filled the tracks behind them before the bar was drawn.

<gat a|“Who asks?”> cried a man upon the wall.

The foremost rider put back her hood. Her hair had been cropped for a fever and had grown in white, though she was not yet thirty. <tam i|“Ser Tamsel Rook, sworn sword to House Ashdown. I bring my lord to claim guest-right of Her Grace.”>

<gat i|“Her Grace is not receiving.”>

<tam i|“Then let her not receive us indoors. My lord has an arrow in him.”>

There was some muttering above. A lantern was let down on a cord until it hung before her face; she did not so much as blink.

<gat a|“I know you,”> the gate captain said slowly. <gat +|“You’re the one that held the ford.”>

<tam i|“I’m the one that’s left who held it. What’s your name?”>

<gat i|“Voss.”>

<tam i|“Captain Voss, I held that ford for six hours. I shouldn’t like to have to hold this road.”>

The bar was drawn.

*

In the great hall there were nine hearths, and but a single one was lit. The Duchess Ilvane sat before it with her feet upon a hound. She was eighty-one, and had buried four kings, and it was said in the kitchens that she’d been fond of one of them.

<her a|“The Lord Ashdown,”> announced the herald. <her +|“Corvane of that name, Warden of the—”>

<ilv i|“I know what he’s warden of, I stood at his naming. Bring him closer. I don’t see past the dog.”>

Two of his own men had him by the arms. He got his feet beneath him, for all that, and made her such a bow as the arrow would allow.

<ash i|“Your Grace.”>

<ilv i|“Corvane. You look dreadful.”>

<ash i|“I feel it, Your Grace.”>

<ilv i|“Your father came to me in just this way, the winter of the comet. He bled on that same carpet. I had only that year got it back from the cleaning.”> The old woman’s eyes were as pale as water. <ilv +|“What is it you want of me?”>

<ash i|“Sanctuary. For my people, for three nights.”>

<ilv i|“And for yourself?”>

<ash e|“A priest, I think,”> Ashdown said; and he fell down at her feet, so that the hound got up, offended, and moved away.

*

<mae a|“He’s dead,”> whispered the maid.

<ord i|“He is not dead, he is heavy. Take the other leg.”>

<mae i|“I don’t like to, Brother. It’s all over blood.”>

<ord i|“So were you, child, on the day I first met you, and I didn’t complain.”> Brother Ordwin set his shoulder to the lord of Ashdown and heaved, and between the two of them they got him up on to the table among the candlesticks. <ord +|“Now. Hot water. Wine. The wine’s for me. And tell that iron woman in the passage to stop walking about.”>

Maelis bobbed and ran. She was fifteen, and she’d never before been sent with a message to a knight. In the passage she forgot every word.

<mae i|“Please, ser, he says would you kindly stop being iron.”>

Rook stared down at her. There was a moment in which it might have gone another way. <tam a|“Does he,”> she said. <tam +|“Will he live?”>

<mae i|“He’s asked for wine, ser.”>

<tam i|“My lord has?”>

<mae i|“Brother Ordwin.”>

The knight leaned back her white head on the stones, and shut her eyes, and laughed without any sound. <tam a|“Go on,”> she told the girl. <tam +|“Fetch it him. Fetch a cup for me.”>

*

It was on the second night the prince came, alone, by the water stair. He had left his guards in the boat. The duchess received him in her chamber, in a cap.

<pra i|“You have something that is mine, Grandmother.”>

<ilv i|“I have a great many things that are yours. You leave them about. Kiss me. No; the cheek, I’m not your bishop.”>

Aurelian kissed her. He was very fair, and very young, and he had learned that year to keep his face quite empty; it was only his hands that he’d not yet got the trick of. He put them behind him.

<pra a|“Ashdown,”> he said.

<ilv i|“What of him?”>

<pra i|“He’s a traitor.”>

<ilv i|“He’s a guest.”>

<pra i|“He took up arms against the crown!”>

<ilv i|“He took up arms against your steward, who’d hanged eleven of his tenants for the want of a tax that you had not asked for. Had you? No. I thought not. You didn’t know of it. You never asked to know, Aurelian, and that’s not the same as being innocent.”>

The prince said nothing. Outside, the ice was creaking on the river.

<ilv a|“When your grandfather was king,”> she went on, more gently, <ilv +|“he couldn’t sleep. I used to read to him. And one night, he said to me: Ilvane, they bring me everything but the truth, and I don’t know how to send for it. Well. I’ve sent for it. It’s lying on a table in my chapel, with a hole in it. Go down and look.”>

<pra i|“Alone?”>

<ilv i|“Are you afraid of him?”>

<pra i|“No.”> And then, since it was she, and there was nobody else: <pra +|“Yes.”>

<ilv a|“Good,”> said the duchess. <ilv +|“Take him a cup of wine. Ordwin will have had the last.”>

*

There was one candle. The priest slept beneath it with his mouth open. The man on the table was awake; he turned his head on the folded cloak.

<ash a|“I’d get up, Highness,”> he said, <ash +|“but they’ve sewn me to the linen.”>

<pra i|“Stay where you are.”> He had brought the cup. He stood there holding it. <pra +|“Is it true about the eleven?”>

<ash i|“Yes.”>

<pra i|“Tell me their names.”>

For some time there was no reply, and the prince thought that he’d fainted. Then Ashdown wet his lips.

<ash i|“Hob Carter. Wat Carter, that was his son. Old Jessamy from the mill...”>

He told him all of them. He did not hurry. Behind the pillar, in the dark, where she’d been standing the whole of that time with a naked sword, Ser Tamsel Rook counted them over upon her fingers; and when he came to the last one, and it was right, she put the sword up.

<pra i|“Who’s there?”> The boy had whirled round. Wine went over his hand.

<tam a|“No one, Your Highness,”> said the knight. <tam +|“Only the one that’s left.”>
