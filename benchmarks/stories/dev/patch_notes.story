mar = Marcus Bell | Marcus; Bell; Doorstop | M
ily = Ilyana | Ily; the elf; the ranger; the archer | F
gro = Grot | the goblin; goblin | M
sys = the System | System; the voice | X
bog = Boggs | Sir Boggs; the paladin; Kevin | M
inn = the innkeeper | innkeeper; the woman behind the bar | F
===
Patch Notes

Chapter 12: Aggro

[You have entered: The Sump (Lv. 9-14)]

[Warning: average party level is below recommended.]

<bog e|"I hate it when it says that,"> Boggs said.

<mar i|"You say that every time it says that.">

<bog i|"Because I hate it every time, Marcus!"> The paladin hitched up his breastplate, which had been made for someone with more neck. <bog +|"Couldn't we go and do the rats again? I was good at the rats.">

<ily i|"We've done the rats eleven times. The rats have *names* for us."> Ilyana already had an arrow on the string. In the light of the fungus her ears looked green. <ily +|"Doorstop, you're up.">

Marcus sighed. It was three weeks since he'd died in the queue at a Greggs and woken up here, with a shield, a headache and the username he had picked at the age of twelve. He'd got used to the headache.

<mar i|"Why do I always go first?">

<ily i|"Because you're the tank.">

<mar i|"I'm an accountant.">

<ily a|"You're an accountant with two hundred and six hit points,"> said the elf. <ily +|"Walk.">

He walked. The Sump was a long low tunnel that smelled like the inside of a hoover. Every few yards there was a skeleton, and every skeleton had been picked clean, and there was, he noticed, something neat about it. Somebody had sorted the bones by size.

[Perception check: success!]

[You notice that you are being watched.]

<mar e|"Um,"> said Marcus. <mar +|"Guys?">

<gro i|"Don't step there.">

It was a small voice, and it came from about knee height. All three of them spun round. Boggs screamed, rather high, and dropped his mace on his foot.

<gro a|"Not there either,"> it said. <gro +|"That's the other one. There's a pit. I'd go round by the left if it was me.">

In a crack in the wall sat a goblin. He was no bigger than a toddler, and wore a waistcoat that had once been a sock. He had a clipboard.

[Grot, Goblin Surveyor (Lv. 2)]

[Disposition: Neutral]

<ily i|"I can hit it from here.">

<mar i|"Don't you dare. It's neutral. Look, it says.">

<ily i|"They *all* say neutral until they eat you.">

<gro e|"I'm vegetarian,"> said Grot with dignity. <gro +|"It's mostly moss. Are you with the council?">

Marcus lowered his shield an inch. <mar i|"Are we... sorry, what?">

<gro i|"Only I've written four times. About the pit. It's not safe. There's been fourteen of your lot gone down it since Midsummer, and I've to pick them all out and sort them, and it's just me. I did put in for an assistant.">

<bog e|"He sorts the bones,"> Boggs whispered. <bog +|"Oh, that's horrible. Oh, that's actually really sad.">

<mar i|"You filled in a form?">

The goblin drew himself up. <gro i|"In triplicate.">

Something happened in Marcus's chest. It was a feeling he hadn't had for three weeks, not since he'd last closed a spreadsheet. He put the shield down altogether and crouched.

<mar i|"Can I see it?">

<gro i|"Truly?">

<mar i|"I'd love to.">

***

It was a lovely form. It had sub-headings. They went through it together by the light of the fungus while the ranger paced up and down and the paladin ate his packed lunch.

<mar i|"Here's your problem. You've put it under hazards. That goes to the dungeon master and he just bins it. You want to put it under loss of revenue.">

<gro i|"But it isn't a loss of revenue.">

<mar i|"Fourteen adventurers. What's the average carry? Say sixty gold. Plus the kit. Plus the repeat business, because they don't come back, do they?">

Grot's mouth had fallen open. There were a lot of teeth in it, for a vegetarian. <gro a|"They don't,"> he breathed. <gro +|"They *never* come back.">

<mar i|"There you are, then.">

[Skill unlocked: Audit (Rank 1)]

[You may examine the accounts of any being, living or dead.]

<mar e|"Huh,"> said Marcus.

<ily i|"What? What did you get?"> Ilyana leaned over his shoulder, though of course she couldn't see it. Nobody could see anybody else's. <ily +|"Is it a fire thing? Tell me it's a fire thing.">

<mar i|"It's sort of the opposite of a fire thing.">

And the voice spoke. It had done that only once before, on his first day, when it told him that he was dead. It came from nowhere and it sounded like a receptionist.

<sys i|"Marcus Bell. You have used a system function in a manner that was not intended.">

<mar i|"Is that bad?">

<sys i|"It is unprecedented. Please hold.">

There was music. It was pan pipes.

<bog e|"Who are you talking to?"> said Boggs with his mouth full.

<mar i|"The System. I'm on hold.">

<bog i|"You can *talk* to it?">

<ily a|"Ask it when the servers are coming back up,"> the archer said at once. <ily +|"Ask it if my mum's okay.">

He looked up at her. In three weeks he had never heard her say anything about a mum. She was scowling down at her bow, and she'd stopped looking like an elf at all; she just looked about nineteen, and a long way from home.

<sys a|"Thank you for holding,"> said the System. <sys +|"Your query has been escalated. You may ask one question.">

Marcus thought of his flat. He thought of the sausage roll, which he had paid for and never got.

<mar i|"Her name's Ilyana. I don't know her real one. Is her mother all right?">

<ily a|"Doorstop, you idiot,"> she said. <ily +|"You only get one.">

<mar i|"I know.">

The pipes played another bar and a half.

<sys a|"Yes,"> it said. <sys +|"She leaves the porch light on.">

Nobody in the tunnel said anything for a while. Boggs offered the goblin half a sandwich. Grot inspected it for ham and took it.

***

<inn i|"You're alive!"> The innkeeper put down her cloth. <inn +|"I'd let your room.">

<bog e|"We're alive and we've got a goblin,"> Boggs told her happily. <bog +|"Have you any moss?">

<inn i|"Any *what*?">

<ily e|"He'll have a salad,"> said Ilyana. Her eyes were red and nobody had mentioned it. <ily +|"And Doorstop'll have whatever he likes. I'm buying.">

<mar i|"Do they do sausage rolls?">

<inn i|"I don't know what that is, sir.">

<mar e|"No,"> Marcus said. <mar +|"Fair enough. I'll draw you a diagram.">
